// Only CHtml looks into libxml2: its headers pull in ICU's, which clash with Foundation's.
#pragma once
