// What glibc has and Swift's own module of it does not show.
#pragma once

// stdio.h declares it only under _GNU_SOURCE, which the module was built without.
extern int renameat2(int old_folder, const char *old_path, int new_folder, const char *new_path, unsigned int flags);

// linux/fs.h: the two paths change places in one step.
static const unsigned int bellwether_exchange = 1u << 1;
