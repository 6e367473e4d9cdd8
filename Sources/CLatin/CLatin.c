#include "CLatin.h"

#include <unicode/ustring.h>
#include <unicode/utrans.h>

enum { most = 4096 };

void *bellwether_latin_open(void) {
    static const UChar rules[] = u"Any-Latin; Latin-ASCII; Lower";
    UErrorCode status = U_ZERO_ERROR;
    UTransliterator *handle = utrans_openU(rules, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
    return U_FAILURE(status) ? NULL : handle;
}

size_t bellwether_latin_write(void *handle, const char *text, size_t length, char *out, size_t capacity) {
    UChar buffer[most];
    UErrorCode status = U_ZERO_ERROR;
    int32_t units = 0, written = 0;
    u_strFromUTF8(buffer, most, &units, text, (int32_t)length, &status);
    if (U_FAILURE(status)) return 0;
    int32_t limit = units;
    utrans_transUChars(handle, buffer, &units, most, 0, &limit, &status);
    if (U_FAILURE(status)) return 0;
    u_strToUTF8(out, (int32_t)capacity, &written, buffer, units, &status);
    return U_FAILURE(status) || (size_t)written > capacity ? 0 : (size_t)written;
}

void bellwether_latin_close(void *handle) { utrans_close(handle); }
