#include "CHtml.h"

#include <libxml/HTMLparser.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

/// A walk in place of recursion: pages nest as deep as they like.
static void walk(xmlNode *root, bellwether_html_visit visit, void *context) {
    xmlNode *node = root;
    while (node) {
        if (node->type == XML_ELEMENT_NODE) {
            visit(context, bellwether_html_start, (const char *)node->name, strlen((const char *)node->name));
            for (xmlAttr *attribute = node->properties; attribute; attribute = attribute->next) {
                xmlChar *value = xmlNodeListGetString(node->doc, attribute->children, 1);
                char line[1024];
                int length = snprintf(line, sizeof line, "%s=%s", attribute->name, value ? (const char *)value : "");
                if (length > (int)sizeof line - 1) length = (int)sizeof line - 1;
                if (length > 0) visit(context, bellwether_html_attribute, line, (size_t)length);
                xmlFree(value);
            }
        } else if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && node->content) {
            visit(context, bellwether_html_text, (const char *)node->content, strlen((const char *)node->content));
        }
        if (node->children && node->type == XML_ELEMENT_NODE) {
            node = node->children;
            continue;
        }
        while (node) {
            if (node->type == XML_ELEMENT_NODE)
                visit(context, bellwether_html_end, (const char *)node->name, strlen((const char *)node->name));
            if (node == root) return;
            if (node->next) {
                node = node->next;
                break;
            }
            node = node->parent;
        }
    }
}

int bellwether_html_read(const char *bytes, size_t length, bellwether_html_visit visit, void *context) {
    if (length >= INT_MAX) return 0;
    htmlParserCtxtPtr parser = htmlNewParserCtxt();
    if (!parser) return 0;
    htmlDocPtr page = htmlCtxtReadMemory(parser, bytes, (int)length, NULL, "UTF-8",
                                         HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                             HTML_PARSE_NONET | HTML_PARSE_NOBLANKS | HTML_PARSE_COMPACT);
    // At its limits of depth and size libxml2 stops, and gives out the page up to there as if it were whole.
    int is_whole = !parser->disableSAX;
    htmlFreeParserCtxt(parser);
    if (!page) return 0;
    xmlNode *root = xmlDocGetRootElement(page);
    if (root && is_whole) walk(root, visit, context);
    xmlFreeDoc(page);
    if (!is_whole) return -1;
    return root != NULL;
}
