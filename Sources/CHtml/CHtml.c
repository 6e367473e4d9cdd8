#include "CHtml.h"

#include <libxml/HTMLparser.h>
#include <limits.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

/// What a growing array has, and has room for.
struct pile {
    unsigned char *bytes;
    size_t count, room;
};

/// A tree of a page takes forty times its size; a flat list of its pieces takes little more than the page.
struct collection {
    struct pile pieces, text;
    int is_full;
};

static int append(struct pile *pile, const void *bytes, size_t count) {
    if (pile->count + count > pile->room) {
        size_t room = (pile->count + count) * 2;
        unsigned char *larger = realloc(pile->bytes, room);
        if (!larger) return 0;
        pile->bytes = larger;
        pile->room = room;
    }
    memcpy(pile->bytes + pile->count, bytes, count);
    pile->count += count;
    return 1;
}

/// Begins a piece where the text ends, of which `length` bytes follow.
static void begin(struct collection *all, enum bellwether_html_kind kind, size_t length) {
    struct bellwether_html_piece piece = {kind, (uint32_t)all->text.count, (uint32_t)length};
    if (all->text.count + length > UINT32_MAX || !append(&all->pieces, &piece, sizeof piece)) all->is_full = 1;
}

static void add(struct collection *all, enum bellwether_html_kind kind, const char *text, size_t length) {
    if (all->is_full) return;
    begin(all, kind, length);
    if (!all->is_full && !append(&all->text, text, length)) all->is_full = 1;
}

static void start(void *data, const xmlChar *name, const xmlChar **attributes) {
    struct collection *all = data;
    add(all, bellwether_html_start, (const char *)name, strlen((const char *)name));
    for (; attributes && attributes[0]; attributes += 2) {
        const char *key = (const char *)attributes[0];
        const char *value = attributes[1] ? (const char *)attributes[1] : "";
        size_t before = strlen(key), after = strlen(value);
        // Images and states of scripts are written into attributes; nobody reads so much of one.
        if (after > 2048) after = 2048;
        if (all->is_full) return;
        begin(all, bellwether_html_attribute, before + 1 + after);
        if (all->is_full || !append(&all->text, key, before) || !append(&all->text, "=", 1) ||
            !append(&all->text, value, after))
            all->is_full = 1;
    }
}

static void end(void *data, const xmlChar *name) {
    add(data, bellwether_html_end, (const char *)name, strlen((const char *)name));
}

static void text(void *data, const xmlChar *characters, int length) {
    add(data, bellwether_html_text, (const char *)characters, (size_t)length);
}

/// libxml2 makes its locks on first use, and two threads that come first together wait for one another for ever.
static pthread_once_t once = PTHREAD_ONCE_INIT;

int bellwether_html_pieces(const char *bytes, size_t length, struct bellwether_html_page *page) {
    memset(page, 0, sizeof *page);
    if (length >= INT_MAX) return 0;
    pthread_once(&once, xmlInitParser);
    htmlParserCtxtPtr parser = htmlNewParserCtxt();
    if (!parser) return 0;
    struct collection all = {{0}, {0}, 0};
    memset(parser->sax, 0, sizeof *parser->sax);
    parser->sax->startElement = start;
    parser->sax->endElement = end;
    parser->sax->characters = text;
    parser->sax->cdataBlock = text;
    parser->sax->ignorableWhitespace = text;
    parser->userData = &all;
    htmlDocPtr document = htmlCtxtReadMemory(parser, bytes, (int)length, NULL, "UTF-8",
                                             HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                                 HTML_PARSE_NONET);
    // At its limits of depth and size libxml2 stops, and says nothing else about it.
    int is_whole = !parser->disableSAX && !all.is_full;
    htmlFreeParserCtxt(parser);
    xmlFreeDoc(document);
    page->pieces = (struct bellwether_html_piece *)all.pieces.bytes;
    page->count = all.pieces.count / sizeof(struct bellwether_html_piece);
    page->text = (char *)all.text.bytes;
    page->length = all.text.count;
    return is_whole ? page->count > 0 : -1;
}

void bellwether_html_free(struct bellwether_html_page *page) {
    free(page->pieces);
    free(page->text);
}
