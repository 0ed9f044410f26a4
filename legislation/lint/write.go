package lint

import (
	"bufio"
	"fmt"
	"io"
)

// WriteText writes the report for people: by file and record, one finding a line
// with its line number, and a last line that counts.
func (r Report) WriteText(w io.Writer) error {
	out := bufio.NewWriter(w)
	var last Finding
	for _, f := range r.Findings {
		if f.File != last.File {
			if last.File != "" {
				fmt.Fprintln(out)
			}
			fmt.Fprintln(out, f.File)
			last.Record = ""
		}
		if f.Record != last.Record || f.File != last.File {
			fmt.Fprintf(out, "  %s\n", f.Record)
		}
		fmt.Fprintf(out, "    %5d  %-8s %s\n", f.Line, f.Severity, f)
		if f.Reason != "" {
			fmt.Fprintf(out, "           accepted since: %s\n", f.Reason)
		}
		last = f
	}
	if len(r.Findings) > 0 {
		fmt.Fprintln(out)
	}
	fmt.Fprintf(out, "%s, %s", plural(r.Count(Fault), "error"), plural(r.Count(Doubt), "warning"))
	if n := r.Count(Exempt); n > 0 {
		fmt.Fprintf(out, ", %d accepted", n)
	}
	fmt.Fprintf(out, " in %s\n", plural(len(r.Files), "file"))
	return out.Flush()
}

func plural(n int, unit string) string {
	if n == 1 {
		return "1 " + unit
	}
	return fmt.Sprintf("%d %ss", n, unit)
}
