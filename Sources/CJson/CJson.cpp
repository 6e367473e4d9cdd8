#include "CJson.h"

#include <cstdio>
#include <cstring>
#include <memory>
#include <simdjson.h>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace ondemand = simdjson::ondemand;

/// Collects a document's tokens. simdjson checks each value as it is reached, so everything is reached.
struct Walk {
    std::vector<bellwether_json_token> tokens;
    std::string texts;
    size_t deepest;
    bool is_too_deep = false;

    explicit Walk(size_t deepest) : deepest(deepest) {}

    void add(bellwether_json_kind kind, std::string_view text = {}) {
        tokens.push_back({static_cast<uint32_t>(kind), static_cast<uint32_t>(text.size())});
        texts.append(text);
    }

    /// A number keeps its text; reading it as a double tells whether it is one.
    template <typename Value> void number(Value &value, std::string_view token) {
        double checked = value.get_double();
        (void)checked;
        while (!token.empty() && std::strchr(" \t\r\n", token.back())) token.remove_suffix(1);
        add(bellwether_json_number, token);
    }

    template <typename Value> void walk(Value &value, size_t depth) {
        if (depth > deepest) {
            is_too_deep = true;
            throw simdjson::simdjson_error(simdjson::DEPTH_ERROR);
        }
        switch (ondemand::json_type(value.type())) {
        case ondemand::json_type::object: {
            add(bellwether_json_object);
            for (auto field : value.get_object()) {
                add(bellwether_json_key, std::string_view(field.unescaped_key()));
                ondemand::value inner = field.value();
                walk(inner, depth + 1);
            }
            add(bellwether_json_end);
            break;
        }
        case ondemand::json_type::array: {
            add(bellwether_json_array);
            for (auto element : value.get_array()) {
                ondemand::value inner = element.value();
                walk(inner, depth + 1);
            }
            add(bellwether_json_end);
            break;
        }
        case ondemand::json_type::string: add(bellwether_json_text, std::string_view(value.get_string())); break;
        case ondemand::json_type::number: number(value, std::string_view(value.raw_json_token())); break;
        case ondemand::json_type::boolean: add(bool(value.get_bool()) ? bellwether_json_true : bellwether_json_false); break;
        case ondemand::json_type::null:
            if (!bool(value.is_null())) throw simdjson::simdjson_error(simdjson::N_ATOM_ERROR);
            add(bellwether_json_null);
            break;
        }
    }
};

int refuse(bellwether_json_refusal *refusal, const char *message, size_t byte) {
    std::snprintf(refusal->message, sizeof refusal->message, "%s", message);
    refusal->byte = byte;
    return 0;
}

} // namespace

extern "C" int bellwether_json_read(const char *bytes, size_t length, size_t deepest,
                                    bellwether_json_document *document, bellwether_json_refusal *refusal) {
    try {
        // The document owns what was collected: a copy would take the same room once more.
        auto walk = std::make_unique<Walk>(deepest);
        if (length >= 1 << 28) return refuse(refusal, "the document is larger than 256 MB", SIZE_MAX);
        // A vector that grows holds its old and its new room at once; room that stays untouched costs nothing.
        walk->tokens.reserve(length / 4);
        walk->texts.reserve(length);
        simdjson::padded_string padded(bytes, length);
        ondemand::parser parser;
        ondemand::document found;
        // What the first pass over the bytes refuses (a text that is not closed) leaves no document to ask for a place.
        bool is_found = false;
        try {
            found = parser.iterate(padded);
            is_found = true;
            if (bool(found.is_scalar())) return refuse(refusal, "the document is neither an object nor an array", 0);
            walk->walk(found, 0);
            // Behind the whole document there is no location any more.
            const char *rest = nullptr;
            if (found.current_location().get(rest) == simdjson::SUCCESS) throw simdjson::simdjson_error(simdjson::TRAILING_CONTENT);
        } catch (const simdjson::simdjson_error &error) {
            if (walk->is_too_deep) return refuse(refusal, "the document nests too deep", SIZE_MAX);
            const char *at = nullptr;
            bool is_known = is_found && found.current_location().get(at) == simdjson::SUCCESS && at >= padded.data() &&
                            at <= padded.data() + length;
            return refuse(refusal, error.what(), is_known ? size_t(at - padded.data()) : SIZE_MAX);
        }
        document->count = walk->tokens.size();
        document->tokens = walk->tokens.data();
        document->texts_length = walk->texts.size();
        document->texts = walk->texts.data();
        document->owner = walk.release();
        return 1;
    } catch (const std::exception &error) {
        return refuse(refusal, error.what(), SIZE_MAX);
    }
}

extern "C" void bellwether_json_free(bellwether_json_document *document) { delete static_cast<Walk *>(document->owner); }
