import CommandLine
import Tables
import TestSupport
import Testing

/// The scripts are run by the shells themselves: what they offer for a line that somebody has begun to type.
@Suite struct CompletionTests {
    static let lines: [(line: [String], expected: Set<String>)] = [
        (["fe"], ["fetch"]),
        (["report", ""], ["weekly"]),
        (["rates", "--for"], ["--format"]),
        (["rates", "--format", ""], ["text", "csv", "json"]),
        (["rates", "--format", "c"], ["csv"]),
        (["report", "weekly", "--we"], ["--week"]),
        (["fetch", "--off"], ["--offline"]),
        (["completion", ""], ["bash", "zsh", "fish"]),
        (["completion", "f"], ["fish"]),
    ]

    @Test(arguments: lines) func bashOffersWhatIsDeclared(line: [String], expected: Set<String>) async throws {
        let script = await Toy.run(["completion", "bash"]).output
        let words = (["bellwether"] + line).map { "'\($0)'" }.joined(separator: " ")
        let asking = """
            COMP_WORDS=(\(words)); COMP_CWORD=\(line.count)
            _bellwether
            for reply in "${COMPREPLY[@]}"; do echo "$reply"; done
            """
        let run = try Execution.run(["bash", "--norc", "-c", script + asking])
        #expect(run.errors == "")
        #expect(Set(run.lines) == expected)
    }

    @Test func bashOffersValuesAfterAnEqualsSign() async throws {
        let script = await Toy.run(["completion", "bash"]).output
        let asking = "COMP_WORDS=(bellwether rates --format = c); COMP_CWORD=4; _bellwether; echo ${COMPREPLY[@]}"
        #expect(try Execution.run(["bash", "--norc", "-c", script + asking]).output == "csv\n")
    }

    @Test(.enabled(if: Execution.isInstalled("fish"), "fish is not installed"), arguments: lines)
    func fishOffersWhatIsDeclared(line: [String], expected: Set<String>) async throws {
        let script = await Toy.run(["completion", "fish"]).output
        let folder = try TemporaryFolder()
        let file = try folder.write("bellwether.fish", script)
        let typed = (["bellwether"] + line).joined(separator: " ")
        let run = try Execution.run(
            ["fish", "--no-config", "-c", "source \(file); complete -C '\(typed)'"],
            environment: ["HOME": folder.path, "XDG_CONFIG_HOME": folder.path])
        #expect(run.errors == "")
        #expect(Set(run.lines.map { $0.split(separator: "\t").first.map(String.init) ?? "" }) == expected)
    }

    /// zsh completes only for a person: a pseudo-terminal types the line and the TAB.
    @Test(.enabled(if: Execution.isInstalled("zsh"), "zsh is not installed"), arguments: lines)
    func zshOffersWhatIsDeclared(line: [String], expected: Set<String>) async throws {
        let folder = try TemporaryFolder()
        try folder.write("functions/_bellwether", await Toy.run(["completion", "zsh"]).output)
        let typed = (["bellwether"] + line).joined(separator: " ")
        // compadd is where every offer ends up; -O, -A and -D only ask it which words match.
        let watch = """
            PS1=; unsetopt zle_bracketed_paste
            fpath=(\(folder.path)/functions $fpath)
            autoload -U compinit
            compinit -u -d \(folder.path)/dump
            compadd() {
                if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\\ * ]]; then builtin compadd "$@"; return; fi
                local -a hits
                builtin compadd -O hits "$@"
                print -rl -- "${(@)hits}" >> \(folder.path)/offers
                builtin compadd "$@"
            }
            """
        let script = """
            zmodload zsh/zpty
            zpty -b z zsh -f -i
            zpty -w z 'source \(try folder.write("watch", watch))'
            zpty -w -n z $'\(typed)\\t'
            for i in {1..200}; do [[ -s \(folder.path)/offers ]] && break; sleep 0.1; done
            sleep 0.3
            zpty -d z
            """
        let run = try Execution.run(["zsh", "-f", "-c", script], environment: ["TERM": "xterm"])
        #expect(run.errors == "")
        let offers = try folder.files().contains("offers") ? folder.read("offers") : ""
        #expect(Set(offers.split(separator: "\n").map(String.init)) == expected)
    }
}
