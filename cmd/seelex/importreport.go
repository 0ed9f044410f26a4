package main

import (
	"fmt"
	"io"
	"strings"

	"seelex/legislation/official/importer"
)

// Up to so many files are reported with what was not understood in each.
const (
	fewFiles = 20
	fewNotes = 8
)

// printReport writes what became of each file, and of several the sums.
func printReport(w io.Writer, r *importer.Report) error {
	var b strings.Builder
	if r.DryRun {
		b.WriteString("nothing was changed; this would happen:\n")
	}
	fmt.Fprintf(&b, "%-10s %8s %10s %6s %6s %7s %8s  %s\n", "status", "articles", "provisions", "joined", "new", "changed", "unknown", "text")
	for _, f := range r.Files {
		reportRow(&b, f, f.Status, f.Path+" → "+f.Instrument)
		reportDetails(&b, f, len(r.Files) <= fewFiles)
	}
	if len(r.Files) > 1 {
		reportTotals(&b, r)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func reportRow(b *strings.Builder, f importer.File, status, text string) {
	fmt.Fprintf(b, "%-10s %8d %10d %6d %6d %7d %8d  %s\n", status, f.Articles, f.Provisions, f.Joined, f.New, f.Changed, f.Unknown, text)
}

// reportDetails writes what somebody should look at in a file.
func reportDetails(b *strings.Builder, f importer.File, notes bool) {
	line := func(format string, args ...any) { fmt.Fprintf(b, "           "+format+"\n", args...) }
	if f.Error != "" {
		line("%s", f.Error)
	}
	for _, d := range f.Disagreements {
		line("%s: the digest says %s, the text has %s", d.Provision, d.Number, d.Official)
	}
	for _, id := range f.Missing {
		line("%s: not in the text", id)
	}
	if !notes {
		return
	}
	if n := len(f.Suggested); n > 0 {
		line("topics are suggested for %d articles; the pages and --json show them", n)
	}
	for i, note := range f.NotUnderstood {
		if i == fewNotes {
			line("and %d more notes; --json lists them", len(f.NotUnderstood)-fewNotes)
			break
		}
		line("%s", note)
	}
}

// reportTotals writes the sums over all files, and how many there are of each status.
func reportTotals(b *strings.Builder, r *importer.Report) {
	var sum importer.File
	disagreements, missing, suggested, instruments := 0, 0, 0, 0
	statuses := map[string]int{}
	for _, f := range r.Files {
		statuses[f.Status]++
		sum.Articles += f.Articles
		sum.Provisions += f.Provisions
		sum.Joined += f.Joined
		sum.New += f.New
		sum.Changed += f.Changed
		sum.Unknown += f.Unknown
		disagreements += len(f.Disagreements)
		missing += len(f.Missing)
		suggested += len(f.Suggested)
		if f.NewInstrument {
			instruments++
		}
	}
	var counts []string
	for _, status := range []string{importer.StatusNew, importer.StatusChanged, importer.StatusUnchanged, importer.StatusFailed} {
		if n := statuses[status]; n > 0 {
			counts = append(counts, fmt.Sprintf("%d %s", n, status))
		}
	}
	reportRow(b, sum, "total", fmt.Sprintf("%d files: %s", len(r.Files), strings.Join(counts, ", ")))
	fmt.Fprintf(b, "           %d instruments are new; %d numbers differ between digest and text; %d curated provisions are not in their texts; topics are suggested for %d articles\n",
		instruments, disagreements, missing, suggested)
}
