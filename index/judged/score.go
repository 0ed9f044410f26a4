package judged

import (
	"math"
	"slices"
	"strings"
)

// Ranked gives the grade earned at each place of the list of hits (ids, best
// first, with or without @date), by the rules in the package comment. Hits
// that take up no place are left out, so it may be shorter than hits.
func (q Query) Ranked(hits []string) []Grade {
	earned := map[string]bool{}
	var grades []Grade
	for _, hit := range hits {
		hit, _, _ = strings.Cut(hit, "@")
		id, judged := q.covering(hit)
		if judged && earned[id] {
			continue
		}
		if judged {
			earned[id] = true
		}
		grades = append(grades, q.Grades[id])
	}
	return grades
}

// covering finds the judged id that a hit counts for: itself, or the nearest
// judged provision above it.
func (q Query) covering(hit string) (id string, judged bool) {
	for id = hit; ; {
		if _, judged = q.Grades[id]; judged {
			return id, true
		}
		up := strings.LastIndexByte(id, '/')
		// Above the article stands the instrument (two parts), which does not count.
		if up < 0 || strings.Count(id[:up], "/") < 2 {
			return "", false
		}
		id = id[:up]
	}
}

// NDCG is the normalised discounted cumulative gain of the hits at k places,
// between 0 (nothing relevant) and 1 (no order could be better). A grade g
// gains 2^g-1, discounted by log2 of its place plus one (Burges and others
// 2005); the best order is that of all judged ids by grade.
func (q Query) NDCG(hits []string, k int) float64 {
	ideal := make([]Grade, 0, len(q.Grades))
	for _, g := range q.Grades {
		ideal = append(ideal, g)
	}
	slices.SortFunc(ideal, func(a, b Grade) int { return int(b - a) })
	best := dcg(ideal, k)
	if best == 0 {
		return 0
	}
	return dcg(q.Ranked(hits), k) / best
}

func dcg(grades []Grade, k int) float64 {
	sum := 0.0
	for i, g := range grades[:min(k, len(grades))] {
		sum += (math.Exp2(float64(g)) - 1) / math.Log2(float64(i)+2)
	}
	return sum
}

// Success says whether one of the first k places is Good or Exact.
func (q Query) Success(hits []string, k int) bool {
	grades := q.Ranked(hits)
	return slices.ContainsFunc(grades[:min(k, len(grades))], func(g Grade) bool { return g >= Good })
}

// Score is the mean over a number of queries; its figures are between 0 and 1.
type Score struct {
	Queries            int
	NDCG10             float64
	Success1, Success3 float64
}

// Result is what a search engine answered to a query: ids, best first.
type Result struct {
	Query Query
	Hits  []string
}

// Mean scores the results; without results it is the zero Score.
func Mean(results []Result) Score {
	s := Score{Queries: len(results)}
	if s.Queries == 0 {
		return s
	}
	for _, r := range results {
		s.NDCG10 += r.Query.NDCG(r.Hits, 10)
		s.Success1 += one(r.Query.Success(r.Hits, 1))
		s.Success3 += one(r.Query.Success(r.Hits, 3))
	}
	n := float64(s.Queries)
	s.NDCG10 /= n
	s.Success1 /= n
	s.Success3 /= n
	return s
}

func one(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// MeanBy scores the results in groups, such as by language or by kind.
func MeanBy(results []Result, group func(Query) string) map[string]Score {
	groups := map[string][]Result{}
	for _, r := range results {
		key := group(r.Query)
		groups[key] = append(groups[key], r)
	}
	scores := make(map[string]Score, len(groups))
	for key, rs := range groups {
		scores[key] = Mean(rs)
	}
	return scores
}
