package ui

import (
	"maps"
	"net/url"
	"slices"
	"strings"
)

// address builds links to the page that is shown with one thing changed and
// everything else kept. The zero value of a parameter leaves it out.
type address struct {
	path   string
	values url.Values
}

// parameters are those of all pages. What else an address has, mistyped or added by a mail
// program, was left out of the answer and does not travel on.
var parameters = strings.Fields(`q jurisdiction jurisdictions topic topics on against from to type kind lang confidence expand without
	sort order limit offset rows layout law_only direction theme scope by variable style format download size
	conduct substance amount unit repeated dependent minor`)

// newAddress reads the present address; lists may be written in either way (repeated or
// with commas) and are kept in the second.
func newAddress(u *url.URL, lists ...string) address {
	a := address{u.Path, url.Values{}}
	for name, values := range u.Query() {
		if !slices.Contains(parameters, name) {
			continue
		}
		if slices.Contains(lists, name) {
			if list := splitAll(values); len(list) > 0 {
				a.values.Set(name, strings.Join(list, ","))
			}
		} else if len(values) > 0 && values[0] != "" {
			a.values.Set(name, values[0])
		}
	}
	return a
}

func splitAll(values []string) (out []string) {
	for _, v := range values {
		for part := range strings.SplitSeq(v, ",") {
			if part = strings.TrimSpace(part); part != "" && !slices.Contains(out, part) {
				out = append(out, part)
			}
		}
	}
	return out
}

// with is the address with a parameter set, or left out when the value is empty.
func (a address) with(pairs ...string) address {
	b := address{a.path, url.Values{}}
	maps.Copy(b.values, a.values)
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] == "" {
			b.values.Del(pairs[i])
		} else {
			b.values.Set(pairs[i], pairs[i+1])
		}
	}
	return b
}

// toggle is the address with a value put into a list, or taken out of it.
func (a address) toggle(name, value string) address {
	list := splitAll(a.values[name])
	if at := slices.Index(list, value); at >= 0 {
		list = slices.Delete(list, at, at+1)
	} else {
		list = append(list, value)
	}
	return a.with(name, strings.Join(list, ","))
}

// hidden are the parameters as fields of a form, but for those that the form sets.
func (a address) hidden(without ...string) (out []Hidden) {
	names := make([]string, 0, len(a.values))
	for name := range a.values {
		if !slices.Contains(without, name) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		out = append(out, Hidden{name, a.values.Get(name)})
	}
	return out
}

// String is the address with its parameters in a fixed order and commas as they are.
func (a address) String() string {
	if len(a.values) == 0 {
		return a.path
	}
	return a.path + "?" + a.query()
}

func (a address) query() string { return strings.ReplaceAll(a.values.Encode(), "%2C", ",") }
