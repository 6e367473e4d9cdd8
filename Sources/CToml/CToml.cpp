// Header-only, so that an installed program needs no further shared library. Nesting is capped because toml++ frees its
// tree by recursion: with lines capped below too, no document is deep enough to exhaust a stack.
#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_FORMATTERS 0
#define TOML_MAX_NESTED_VALUES 8
// toml++ 3.3 asserts, and in release builds assumes, what `[[[` does not hold to, although its next lines handle it:
// bad input must neither abort nor be undefined.
#undef NDEBUG
#define TOML_ASSERT(condition) static_cast<void>(0)
#include <toml++/toml.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "CToml.h"

namespace {

constexpr size_t longest_line = 4096;
constexpr int deepest = 16;

void refuse(bellwether_toml_refusal *refusal, std::string_view message, toml::source_position at) {
    const size_t length = std::min(message.size(), sizeof refusal->message - 1);
    std::memcpy(refusal->message, message.data(), length);
    refusal->message[length] = 0;
    refusal->line = at.line;
    refusal->column = at.column;
}

/// The line that is longer than any that a person writes, or 0.
uint32_t overlong(std::string_view text) {
    uint32_t line = 1;
    size_t start = 0;
    while (start < text.size()) {
        const size_t end = std::min(text.find('\n', start), text.size());
        if (end - start > longest_line) return line;
        start = end + 1;
        line += 1;
    }
    return 0;
}

struct Walk {
    bellwether_toml_visit visit;
    void *context;

    void value(const toml::node &node, const toml::key *key, int depth) const {
        if (depth > deepest) throw std::length_error("tables nest more than 16 deep");
        bellwether_toml_value out{};
        const auto at = node.source().begin;
        out.line = at.line;
        out.column = at.column;
        const auto key_at = key ? key->source().begin : at;
        if (key) {
            out.key = key->str().data();
            out.key_length = key->str().size();
        }
        out.key_line = key_at.line;
        out.key_column = key_at.column;

        std::string held;
        if (const auto *text = node.as_string()) {
            out.kind = bellwether_toml_text;
            out.text = text->get().data();
            out.text_length = text->get().size();
        } else if (const auto *integer = node.as_integer()) {
            out.kind = bellwether_toml_integer;
            out.integer = integer->get();
        } else if (const auto *real = node.as_floating_point()) {
            out.kind = bellwether_toml_real;
            out.real = real->get();
        } else if (const auto *boolean = node.as_boolean()) {
            out.kind = bellwether_toml_boolean;
            out.boolean = boolean->get();
        } else if (const auto *date = node.as_date()) {
            out.kind = bellwether_toml_date;
            char text[16];
            const auto &day = date->get();
            std::snprintf(text, sizeof text, "%04d-%02d-%02d", int(day.year), int(day.month), int(day.day));
            held = text;
            out.text = held.data();
            out.text_length = held.size();
        } else if (const auto *array = node.as_array()) {
            out.kind = bellwether_toml_array;
            out.members = array->size();
            visit(context, &out);
            for (const auto &element : *array) value(element, nullptr, depth + 1);
            return;
        } else if (const auto *table = node.as_table()) {
            out.kind = bellwether_toml_table;
            out.members = table->size();
            visit(context, &out);
            members(*table, depth);
            return;
        } else {
            out.kind = bellwether_toml_moment;
        }
        visit(context, &out);
    }

    // toml++ keeps a table sorted by key; people read complaints from the top of a file to its end.
    void members(const toml::table &table, int depth) const {
        std::vector<std::pair<const toml::key *, const toml::node *>> entries;
        entries.reserve(table.size());
        for (auto &&[key, node] : table) entries.emplace_back(&key, &node);
        std::stable_sort(entries.begin(), entries.end(), [](const auto &a, const auto &b) {
            const auto x = a.first->source().begin, y = b.first->source().begin;
            return x.line != y.line ? x.line < y.line : x.column < y.column;
        });
        for (const auto &[key, node] : entries) value(*node, key, depth + 1);
    }
};

}  // namespace

int bellwether_toml_read(const char *bytes, size_t length, bellwether_toml_visit visit, void *context,
                         bellwether_toml_refusal *refusal) {
    const std::string_view text(bytes, length);
    if (const uint32_t line = overlong(text)) {
        refuse(refusal, "the line is longer than 4096 bytes", {line, 1});
        return 0;
    }
    try {
        const toml::table document = toml::parse(text);
        Walk{visit, context}.value(document, nullptr, 0);
        return 1;
    } catch (const toml::parse_error &error) {
        refuse(refusal, error.description(), error.source().begin);
    } catch (const std::exception &error) {
        refuse(refusal, error.what(), {1, 1});
    }
    return 0;
}
