# Each target is what a person would type; none needs another file than the repository's.
PREFIX ?= /usr/local
DESTDIR ?=
WEEK := 2022-W09
PACKAGES := libcurl4-openssl-dev libexpat1-dev libsqlite3-dev libarchive-dev libzstd-dev zlib1g-dev libssl-dev \
	libtomlplusplus-dev libboost-dev libsimdjson-dev libxml2-dev libicu-dev pkg-config tzdata ca-certificates
TEST_PACKAGES := python3 openssl zstd systemd man-db groff zsh fish tidy
RELEASE := .build/release/bellwether
DEMO := .build/demo

.PHONY: demo check test record lint build install uninstall bench packages clean

demo: build
	@Scripts/demo $(RELEASE) $(DEMO) $(WEEK)

test: packages
	@Scripts/packages $(TEST_PACKAGES)
	swift build --build-tests --explicit-target-dependency-import-check error
	@# What is measured by the clock runs alone: suites side by side wait for one another's threads.
	swift test --skip-build --filter TimingTests
	swift test --skip-build --skip TimingTests

# While you work: the format, the build, and every test that needs no clock.
check: lint packages
	@Scripts/packages $(TEST_PACKAGES)
	swift build --build-tests --explicit-target-dependency-import-check error
	swift test --skip-build --quiet --skip TimingTests

# Writes the golden files anew, for you to look at before you commit them.
record: packages
	RECORD=1 swift test --filter "$$(grep -rlE 'Golden\.check' Tests --include='*Tests.swift' | \
		sed 's|.*/||; s|\.swift$$||' | sort | paste -sd '|')"
	git --no-pager diff --stat -- Tests

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests Benchmarks

build: packages
	swift build -c release --product bellwether

install: packages
	swift build -c release --product bellwether --static-swift-stdlib --scratch-path .build/install
	install -D -s -m 755 .build/install/release/bellwether $(DESTDIR)$(PREFIX)/bin/bellwether
	mkdir -p $(DESTDIR)$(PREFIX)/share/bellwether
	cp -R Config Sample $(DESTDIR)$(PREFIX)/share/bellwether/
	install -d $(DESTDIR)$(PREFIX)/share/man/man1
	.build/install/release/bellwether man > $(DESTDIR)$(PREFIX)/share/man/man1/bellwether.1

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/bellwether $(DESTDIR)$(PREFIX)/share/man/man1/bellwether.1
	rm -rf $(DESTDIR)$(PREFIX)/share/bellwether

bench: build
	@Benchmarks/run
	@Benchmarks/asking
	@Benchmarks/events
	@Benchmarks/news
	@Benchmarks/names

packages:
	@Scripts/packages $(PACKAGES)

clean:
	swift package clean
