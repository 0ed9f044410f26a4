//go:build sqlite_fts5

package bench

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"seelex/index/judged"
)

// Column is an engine of the report: its name and its best outcome.
type Column struct {
	Name string
	Outcome
}

// Quality prints nDCG@10, success@1 and success@3 of the engines over all queries, by
// kind and by language.
func Quality(w io.Writer, columns []Column) {
	fmt.Fprintf(w, "\n%-14s %4s", "", "n")
	for _, c := range columns {
		fmt.Fprintf(w, "   %-23s", c.Name)
	}
	fmt.Fprintf(w, "\n%-14s %4s", "", "")
	for range columns {
		fmt.Fprintf(w, "   %7s %7s %7s", "nDCG@10", "succ@1", "succ@3")
	}
	fmt.Fprintln(w)
	rows(w, columns, "all", func(judged.Query) string { return "all" })
	fmt.Fprintln(w, "by kind")
	rows(w, columns, "", func(q judged.Query) string { return string(q.Kind) })
	fmt.Fprintln(w, "by language")
	rows(w, columns, "", func(q judged.Query) string { return q.Lang })
}

func rows(w io.Writer, columns []Column, only string, group func(judged.Query) string) {
	scores := make([]map[string]judged.Score, len(columns))
	for i, c := range columns {
		scores[i] = judged.MeanBy(c.Results, group)
	}
	for _, name := range slices.Sorted(maps.Keys(scores[0])) {
		fmt.Fprintf(w, "%-14s %4d", name, scores[0][name].Queries)
		for i := range columns {
			s := scores[i][name]
			fmt.Fprintf(w, "   %7.3f %7.3f %7.3f", s.NDCG10, s.Success1, s.Success3)
		}
		fmt.Fprintln(w)
	}
	_ = only
}

// Ratios prints how many times the success of each other engine the first has on
// cross-language queries.
func Ratios(w io.Writer, columns []Column) {
	cross := func(c Column) judged.Score {
		return judged.MeanBy(c.Results, func(q judged.Query) string { return string(q.Kind) })[string(judged.CrossLingual)]
	}
	first := cross(columns[0])
	fmt.Fprintln(w, "\ncross-language queries, target: at least 2 × the success of either")
	for _, c := range columns[1:] {
		s := cross(c)
		fmt.Fprintf(w, "%s : %-12s success@1 %.2f ×  success@3 %.2f ×  nDCG@10 %.2f ×\n", columns[0].Name, c.Name,
			first.Success1/s.Success1, first.Success3/s.Success3, first.NDCG10/s.NDCG10)
	}
}

// Cost prints percentiles of the time of a query.
func Cost(w io.Writer, name string, times []time.Duration) {
	sorted := slices.Sorted(slices.Values(times))
	at := func(p float64) float64 {
		return float64(sorted[int(p*float64(len(sorted)-1))].Microseconds()) / 1000
	}
	fmt.Fprintf(w, "%-34s p50 %6.2f ms   p95 %6.2f ms   p99 %6.2f ms\n", name, at(.50), at(.95), at(.99))
}

// Tried prints the ways of asking an engine that were tried, best first.
func Tried(w io.Writer, name string, outcomes []Outcome) {
	best := outcomes[0].Name
	slices.SortStableFunc(outcomes[1:], func(a, b Outcome) int {
		return strings.Compare(a.Name, b.Name)
	})
	fmt.Fprintf(w, "\n%s, in the table: %s\n", name, best)
	for _, o := range outcomes {
		s := judged.Mean(o.Results)
		fmt.Fprintf(w, "  %.3f %.3f %.3f  %s\n", s.NDCG10, s.Success1, s.Success3, o.Name)
	}
}
