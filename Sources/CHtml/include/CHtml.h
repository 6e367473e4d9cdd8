#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum bellwether_html_kind {
    /// An element begins; the text is its name in lower case.
    bellwether_html_start,
    /// An attribute of the element that just began; the text is `name=value`.
    bellwether_html_attribute,
    bellwether_html_text,
    bellwether_html_end,
};

/// One piece of a page; its text are `length` bytes at `start` of the page's text.
struct bellwether_html_piece {
    uint32_t kind, start, length;
};

/// All pieces of a page in document order.
struct bellwether_html_page {
    struct bellwether_html_piece *pieces;
    size_t count;
    char *text;
    size_t length;
};

/// Reads a page forgivingly, as browsers do: no script is run and nothing is asked of the network. The page is UTF-8.
/// Answers 1; 0 where there is no page at all; -1 where it nests too deep or is too large to be read to its end. What was
/// read is to be freed, whatever was answered.
int bellwether_html_pieces(const char *bytes, size_t length, struct bellwether_html_page *page);
void bellwether_html_free(struct bellwether_html_page *page);

#ifdef __cplusplus
}
#endif
