#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum bellwether_json_kind {
    bellwether_json_object,
    bellwether_json_array,
    /// The end of an object or array.
    bellwether_json_end,
    /// The key of the value that follows.
    bellwether_json_key,
    bellwether_json_text,
    /// As printed: no digit is lost.
    bellwether_json_number,
    bellwether_json_true,
    bellwether_json_false,
    bellwether_json_null,
};

/// One piece of a document, and the bytes that its text takes. Texts stand one behind the other in the order of their
/// tokens, so that a token need not say where its own begins.
typedef struct bellwether_json_token {
    uint32_t kind : 4;
    uint32_t length : 28;
} bellwether_json_token;

typedef struct bellwether_json_document {
    bellwether_json_token *tokens;
    size_t count;
    /// Texts of keys, strings and numbers one behind the other, escapes undone, UTF-8.
    char *texts;
    size_t texts_length;
    /// What holds both.
    void *owner;
} bellwether_json_document;

/// Why a document cannot be read.
typedef struct bellwether_json_refusal {
    char message[160];
    /// The byte at which reading stopped; SIZE_MAX where that is not known.
    size_t byte;
} bellwether_json_refusal;

/// Reads a whole document, deeper than `deepest` refused. Answers 1 with what must be given back to
/// `bellwether_json_free`, or 0 with a refusal and nothing to free.
int bellwether_json_read(const char *bytes, size_t length, size_t deepest, bellwether_json_document *document,
                         bellwether_json_refusal *refusal);
void bellwether_json_free(bellwether_json_document *document);

#ifdef __cplusplus
}
#endif
