#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum bellwether_toml_kind {
    bellwether_toml_text,
    bellwether_toml_integer,
    bellwether_toml_real,
    bellwether_toml_boolean,
    bellwether_toml_date,
    bellwether_toml_moment,
    bellwether_toml_array,
    bellwether_toml_table,
};

/// One value of a document. The texts live as long as the call that hands them over.
typedef struct bellwether_toml_value {
    enum bellwether_toml_kind kind;
    /// Null for an element of an array and for the document itself.
    const char *key;
    size_t key_length;
    /// Where the key stands; for a value without one, where the value begins. Both count from 1.
    uint32_t key_line, key_column;
    uint32_t line, column;
    /// The text, or a date as yyyy-MM-dd.
    const char *text;
    size_t text_length;
    int64_t integer;
    double real;
    int boolean;
    /// Members of an array or table; they follow at once, each before its own members, in the order of the file.
    size_t members;
} bellwether_toml_value;

/// Why a document cannot be read.
typedef struct bellwether_toml_refusal {
    char message[240];
    uint32_t line, column;
} bellwether_toml_refusal;

typedef void (*bellwether_toml_visit)(void *context, const bellwether_toml_value *value);

/// Reads a document and hands every value over, the document's own table first. Answers 1, or 0 with a refusal;
/// then what was handed over so far is worth nothing.
int bellwether_toml_read(const char *bytes, size_t length, bellwether_toml_visit visit, void *context,
                         bellwether_toml_refusal *refusal);

#ifdef __cplusplus
}
#endif
