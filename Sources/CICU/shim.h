// Only CLatin looks into ICU: its headers clash with those of the ICU inside Foundation.
#pragma once
