package judged

import (
	"math"
	"slices"
	"strings"
	"testing"
)

// possession is judged on one paragraph, the rest of its article, a position
// and an instrument.
var possession = Query{Grades: map[string]Grade{
	"rs/criminal-code/art-246a/par-1":  Exact,
	"rs/criminal-code/art-246a":        Related,
	"hr/criminal-code-2011/art-190":    Good,
	"rs/position/personal-possession":  Good,
	"rs/strategy-2014-2021":            Related,
	"gr/law-4139-2013/art-30/par-4":    Good,
	"int/convention-1988/art-3/par-21": Related,
}}

func TestWhatCountsAsAHit(t *testing.T) {
	tests := []struct {
		name string
		hits string
		want []Grade
	}{
		{"the judged id", "rs/criminal-code/art-246a/par-1", []Grade{Exact}},
		{"a version of the judged id", "rs/criminal-code/art-246a/par-1@2009-09-11", []Grade{Exact}},
		{"another paragraph of a judged article", "rs/criminal-code/art-246a/par-3", []Grade{Related}},
		{"a point below a judged paragraph", "gr/law-4139-2013/art-30/par-4/pt-a", []Grade{Good}},
		{"the article of a judged paragraph", "gr/law-4139-2013/art-30", []Grade{Irrelevant}},
		{"an id that only begins like a judged one", "int/convention-1988/art-3/par-211 hr/criminal-code-2011/art-190a", []Grade{0, 0}},
		{"a section of a judged instrument", "rs/strategy-2014-2021/sec-1 rs/strategy-2014-2021", []Grade{Irrelevant, Related}},
		{"a position", "rs/position/personal-possession hr/position/personal-possession", []Grade{Good, Irrelevant}},
		{"an article's further paragraphs take up no place",
			"hr/criminal-code-2011/art-190/par-2 hr/criminal-code-2011/art-190/par-1 hr/criminal-code-2011/art-190 rs/criminal-code/art-246a/par-1",
			[]Grade{Good, Exact}},
		{"unjudged hits take up their place", "xx yy/zz rs/criminal-code/art-246a/par-1", []Grade{0, 0, Exact}},
		{"nothing found", "", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := possession.Ranked(strings.Fields(tt.hits)); !slices.Equal(got, tt.want) {
				t.Errorf("Ranked = %v, want %v", got, tt.want)
			}
		})
	}
}

// Three judged ids of grades 3, 2, 1 gain 7, 3, 1. Discounts by place:
// 1, 1/log2(3) = 0.630930, 1/log2(4) = 0.5, 1/log2(5) = 0.430677.
// The best order is worth 7 + 3*0.630930 + 1*0.5 = 9.392789.
var abc = Query{Grades: map[string]Grade{"rs/a": 3, "rs/b": 2, "rs/c": 1}}

func TestNDCGByHand(t *testing.T) {
	tests := []struct {
		name string
		hits string
		k    int
		want float64
	}{
		{"best order", "rs/a rs/b rs/c", 10, 1},
		{"best order, hits more", "rs/a rs/b rs/c rs/x rs/y", 10, 1},
		{"reversed: (1 + 3*0.630930 + 7*0.5) / 9.392789", "rs/c rs/b rs/a", 10, 0.680606},
		{"behind an irrelevant one: (7*0.630930 + 3*0.5 + 0.430677) / 9.392789", "rs/x rs/a rs/b rs/c", 10, 0.675751},
		{"only the exact one: 7 / 9.392789", "rs/a", 10, 0.745252},
		{"only two places count: (1 + 7*0.630930) / (7 + 3*0.630930)", "rs/c rs/a rs/b", 2, 0.609090},
		{"nothing found", "", 10, 0},
		{"nothing relevant", "rs/x rs/y", 10, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := abc.NDCG(strings.Fields(tt.hits), tt.k); math.Abs(got-tt.want) > 1e-6 {
				t.Errorf("NDCG = %.6f, want %.6f", got, tt.want)
			}
		})
	}
}

func TestSuccessAsksForAGoodHitAmongTheFirst(t *testing.T) {
	hits := []string{"rs/x", "rs/c", "rs/b"}
	for k, want := range map[int]bool{1: false, 2: false, 3: true, 10: true} {
		if got := abc.Success(hits, k); got != want {
			t.Errorf("Success at %d of %v is %v, want %v", k, hits, got, want)
		}
	}
}

func TestMeanByGroups(t *testing.T) {
	en, sq := abc, abc
	en.Lang, sq.Lang = "en", "sq"
	results := []Result{
		{en, []string{"rs/a", "rs/b", "rs/c"}},
		{en, nil},
		{sq, []string{"rs/x", "rs/b"}},
	}
	scores := MeanBy(results, func(q Query) string { return q.Lang })
	if want := (Score{Queries: 2, NDCG10: 0.5, Success1: 0.5, Success3: 0.5}); scores["en"] != want {
		t.Errorf("en = %+v, want %+v", scores["en"], want)
	}
	if s := scores["sq"]; s.Queries != 1 || s.Success1 != 0 || s.Success3 != 1 {
		t.Errorf("sq = %+v, want success@1 0 and success@3 1", s)
	}
	if s := Mean(nil); s != (Score{}) {
		t.Errorf("Mean of nothing = %+v", s)
	}
}
