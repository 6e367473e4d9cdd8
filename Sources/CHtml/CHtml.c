#include "CHtml.h"

#include <libxml/HTMLparser.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
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
        char line[1024];
        int length = snprintf(line, sizeof line, "%s=%s", attributes[0],
                              attributes[1] ? (const char *)attributes[1] : "");
        if (length > (int)sizeof line - 1) length = (int)sizeof line - 1;
        if (length > 0) listener->visit(listener->context, bellwether_html_attribute, line, (size_t)length);
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
