# make test    format, vet and all tests; installs what they need where it can
# make bench   benchmarks and a load test, with the targets beside the numbers
# make bench-import CORPUS=folder   the import of Legalize Markdown beside plain bleve and SQLite FTS5
# make bench-search   search quality and cost beside SQLite FTS5 and PostgreSQL, in minutes
# make lint    check the curated corpus
# make build   the program, as bin/seelex

GO      ?= go
VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)

.PHONY: test bench bench-search bench-import lint build needs

test: needs
	@unformatted=$$(gofmt -l .); test -z "$$unformatted" || { echo "not formatted by gofmt:"; echo "$$unformatted"; exit 1; }
	$(GO) vet ./...
	$(GO) vet -tags sqlite_fts5 ./index ./index/bench ./cmd/seelex/benchimport
	$(GO) test ./...

bench:
	$(GO) test -run '^$$' -bench . -benchtime 1s ./...
	$(GO) run ./api/loadtest

bench-import:
	$(GO) run -tags sqlite_fts5 ./cmd/seelex/benchimport $(CORPUS)

bench-search:
	$(GO) vet -tags sqlite_fts5 ./index ./index/bench
	$(GO) test -tags sqlite_fts5 -count 1 -timeout 60m -run '^TestBenchSearch$$' -v ./index

lint:
	$(GO) run ./cmd/seelex lint

build:
	$(GO) build -trimpath -ldflags "-s -w -X main.version=$(VERSION)" -o bin/seelex ./cmd/seelex

# The browser tests need Chromium, one test of citations needs Node.
needs:
	@if ! command -v chromium >/dev/null && ! command -v chromium-browser >/dev/null && ! command -v google-chrome >/dev/null; then \
		sudo=; [ "$$(id -u)" = 0 ] || sudo="sudo -n"; \
		if command -v apt-get >/dev/null && $$sudo true 2>/dev/null; then \
			echo "installing chromium for the browser tests"; \
			{ $$sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq --no-install-recommends chromium >/dev/null; } || \
				echo "chromium could not be installed: the browser tests are skipped"; \
		else echo "no chromium, and no right to install it: the browser tests are skipped"; fi; fi
	@command -v node >/dev/null || echo "no node: the citeproc test is skipped"
