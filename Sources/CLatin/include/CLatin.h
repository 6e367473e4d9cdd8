#pragma once
#include <stddef.h>

/// Opens ICU's transliteration of any script it knows into lower-case ASCII; null where ICU lacks its rules.
void *bellwether_latin_open(void);

/// Writes `length` bytes of UTF-8 as Latin letters into `out`.
///
/// Answers with the bytes written; 0 where they do not fit or ICU reports an error.
size_t bellwether_latin_write(void *handle, const char *text, size_t length, char *out, size_t capacity);

void bellwether_latin_close(void *handle);
