#pragma once
#include <zlib.h>

/// inflateInit2 is a macro. 15 + 16: the largest window, and the gzip wrapper with its trailer checked (RFC 1952).
static inline int bellwether_gzip_start(z_stream *stream) { return inflateInit2(stream, 15 + 16); }
