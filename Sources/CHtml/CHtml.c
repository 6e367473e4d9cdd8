#include "CHtml.h"

#include <libxml/HTMLparser.h>
#include <limits.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

/// Who is told, and whether anything was there to tell.
struct listener {
    bellwether_html_visit visit;
    void *context;
    int has_elements;
};

static void start(void *data, const xmlChar *name, const xmlChar **attributes) {
    struct listener *listener = data;
    listener->has_elements = 1;
    listener->visit(listener->context, bellwether_html_start, (const char *)name, strlen((const char *)name));
    for (; attributes && attributes[0]; attributes += 2) {
        const char *key = (const char *)attributes[0];
        const char *value = attributes[1] ? (const char *)attributes[1] : "";
        size_t before = strlen(key), after = strlen(value);
        char line[2048];
        if (before + 1 >= sizeof line) continue;
        if (after > sizeof line - before - 1) after = sizeof line - before - 1;
        memcpy(line, key, before);
        line[before] = '=';
        memcpy(line + before + 1, value, after);
        listener->visit(listener->context, bellwether_html_attribute, line, before + 1 + after);
    }
}

static void end(void *data, const xmlChar *name) {
    struct listener *listener = data;
    listener->visit(listener->context, bellwether_html_end, (const char *)name, strlen((const char *)name));
}

static void text(void *data, const xmlChar *characters, int length) {
    struct listener *listener = data;
    listener->visit(listener->context, bellwether_html_text, (const char *)characters, (size_t)length);
}

/// libxml2 makes its locks on first use, and two threads that come first together wait for one another for ever.
static pthread_once_t once = PTHREAD_ONCE_INIT;

int bellwether_html_read(const char *bytes, size_t length, bellwether_html_visit visit, void *context) {
    if (length >= INT_MAX) return 0;
    pthread_once(&once, xmlInitParser);
    htmlParserCtxtPtr parser = htmlNewParserCtxt();
    if (!parser) return 0;
    // Pieces are handed over as they come: a tree of a page takes forty times its size.
    struct listener listener = {visit, context, 0};
    memset(parser->sax, 0, sizeof *parser->sax);
    parser->sax->startElement = start;
    parser->sax->endElement = end;
    parser->sax->characters = text;
    parser->sax->cdataBlock = text;
    parser->sax->ignorableWhitespace = text;
    parser->userData = &listener;
    htmlDocPtr page = htmlCtxtReadMemory(parser, bytes, (int)length, NULL, "UTF-8",
                                         HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                             HTML_PARSE_NONET);
    // At its limits of depth and size libxml2 stops, and says nothing else about it.
    int is_whole = !parser->disableSAX;
    htmlFreeParserCtxt(parser);
    xmlFreeDoc(page);
    return is_whole ? listener.has_elements : -1;
}

/// What a growing array has, and has room for.
struct pile {
    unsigned char *bytes;
    size_t count, room;
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

struct collection {
    struct pile pieces, text;
    int is_full;
};

static void collect(void *context, enum bellwether_html_kind kind, const char *text, size_t length) {
    struct collection *all = context;
    struct bellwether_html_piece piece = {kind, (uint32_t)all->text.count, (uint32_t)length};
    if (all->is_full || all->text.count + length > UINT32_MAX || !append(&all->text, text, length) ||
        !append(&all->pieces, &piece, sizeof piece))
        all->is_full = 1;
}

int bellwether_html_pieces(const char *bytes, size_t length, struct bellwether_html_page *page) {
    struct collection all = {{0}, {0}, 0};
    int answer = bellwether_html_read(bytes, length, collect, &all);
    page->pieces = (struct bellwether_html_piece *)all.pieces.bytes;
    page->count = all.pieces.count / sizeof(struct bellwether_html_piece);
    page->text = (char *)all.text.bytes;
    page->length = all.text.count;
    return all.is_full ? -1 : answer;
}

void bellwether_html_free(struct bellwether_html_page *page) {
    free(page->pieces);
    free(page->text);
}
