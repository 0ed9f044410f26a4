package api

import (
	"seelex/api/answer"
	"seelex/legislation"
	"seelex/legislation/compare"
)

// comparative are the addresses that set jurisdictions or days side by side.
func (s *server) comparative() []route {
	page := []param{limitParam, offsetParam}
	return []route{
		{path: "/changes", summary: "What changed between two days, per jurisdiction and variable", note: "Limit and offset are of the rows, one for each answer of a jurisdiction to a topic; the counts are of all of them.",
			params: append([]param{topicParam, jurisdictionParam, fromDayParam, toDayParam, lawOnlyParam}, page...), answer: compare.Changes{},
			ask: func(q question) (any, error) {
				ask, window := q.ChangesRequest(), q.Window()
				ask.Limit, ask.Offset = window.Limit, window.Offset
				return tried(q, ask, within(q, s.service.Changes))
			}},
		{path: "/timeline", summary: "Reforms, entries into force, strategies and ratifications in order of time",
			params: append(timelineParams, page...), answer: compare.Timeline{},
			ask: func(q question) (any, error) { return tried(q, q.TimelineRequest(), s.service.Timeline) }},
		{path: "/strategies", summary: "Strategies and action plans: periods, chains, gaps, and what they say by theme", params: strategiesParams,
			answer: compare.Strategies{}, ask: func(q question) (any, error) { return tried(q, q.StrategiesRequest(), s.service.Strategies) }},
		{path: "/scenario", summary: "Which rule a case would meet in each jurisdiction: a research illustration, not legal advice",
			params: scenarioParams,
			answer: compare.Scenario{}, ask: func(q question) (any, error) { return tried(q, q.Case(), within(q, s.service.Scenario)) }},
		{path: "/practice", summary: "Figures on how the law is applied", params: practiceParams,
			answer: compare.Practice{}, ask: func(q question) (any, error) { return tried(q, q.PracticeRequest(), s.service.Practice) }},
		{path: "/map", summary: "The answers to a variable on a day, classed for a map", params: mapParams,
			answer: compare.Shading{}, ask: func(q question) (any, error) { return tried(q, q.ShadingRequest(), s.service.Shading) }},
		{path: "/coverage", summary: "How surely each jurisdiction answers each topic on a day", params: coverageParams,
			answer: compare.Coverage{}, ask: func(q question) (any, error) { return tried(q, q.Day("on"), s.service.Coverage) }},
		{path: "/provisions/{id...}/diff", summary: "What changed in a provision between two days, word by word", params: []param{provisionIDParam, fromDayParam, toDayParam},
			answer: answer.Diff{}, ask: func(q question) (any, error) {
				return tried(q, between{q.id(), q.OptionalDay("from"), q.Day("to")}, s.diff)
			}},
	}
}

// between asks what changed in a provision from one day to another.
type between struct {
	id       legislation.ID
	from, to legislation.Day
}

func (s *server) diff(ask between) (*answer.Diff, error) {
	if ask.from == 0 {
		return nil, &legislation.Error{Code: legislation.Invalid, Field: "from", Message: "is missing", Want: "the earlier day, such as 2008-06-01"}
	}
	if ask.from > ask.to {
		return nil, &legislation.Error{Code: legislation.Invalid, Field: "from", Value: ask.from.String(), Message: "is after the other day", Want: "a day up to " + ask.to.String()}
	}
	return s.service.Diff(ask.id, ask.from, ask.to)
}
