package ui

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"seelex/api/answer"
	"seelex/legislation"
	"seelex/legislation/cite"
)

// citePage finds the citations in a text that someone pasted.
type citePage struct {
	Frame
	Text, On  string
	Asked     bool
	AsItStood AsItStood
	Parts     []citedPart // the text, cut at its citations
	Summary   string
	Cut       string // that the text was not read to its end
	Found     []citedLaw
	Unclear   []unclearCitation
	Share     string // address of this view, where the text is short enough for one
	Examples  []Text
}

// citedPart is a stretch of the text; with a State it is a citation.
type citedPart struct{ Text, State, URL, Title string }

// citedLaw is a provision or instrument that the text cites.
type citedLaw struct {
	Label, URL, As string // As is how the text wrote it first
	Jurisdiction   Jurisdiction
	Times          string
	times          int
}

// unclearCitation is a citation that names nothing, or several things.
type unclearCitation struct {
	ID, Text   string
	Candidates []Link
	Parts      []string // what could not be made use of
}

// The states of a citation in a text.
const (
	oneFits     = "one"
	severalFit  = "several"
	nothingFits = "none"
)

var citeExamples = []Text{{"čl. 246a st. 1 KZ („Sl. glasnik RS“, br. 85/2005)", "sr-Latn"}, {"чл. 354а, ал. 3 НК", "bg"}, {"άρθρο 29 παρ. 1 ν. 4139/2013", "el"},
	{"art. 4 alin. (1) din Legea nr. 143/2000", "ro"}, {"TCK m. 191/1", "tr"}, {"Art 3(2) 1988 Convention", "en"}}

// maxPosted bounds the body of the form: a text as long as may be, each byte written %XX.
const maxPosted = 3*cite.MaxText + 4096

func (s *Site) cite(r *request) (any, error) {
	text := r.Text("q", cite.MaxText)
	if err := r.Err(); err != nil {
		return nil, err
	}
	page := &citePage{Frame: Frame{Title: "Cite", Section: "cite", Canonical: "/cite", LawOn: r.on.Date().Words(),
		Description: "Paste a footnote or a whole text: every citation of drug law of the region is found and linked to its provision."},
		Text: text, On: r.on.String(), Asked: text != "", AsItStood: asItStood(r.on), Examples: citeExamples}
	if !page.Asked {
		return page, nil
	}
	if to, err := s.onlyCited(text, r.on); err != nil {
		return nil, err
	} else if to != "" {
		return nil, &moved{to: to, status: http.StatusSeeOther}
	}
	page.Title = "Citations found"
	if len(text) <= cite.MaxQuery {
		page.Share = "/cite?" + url.Values{"q": {text}, "on": {page.On}}.Encode()
	}
	spans, err := s.service.FindCitations(text, r.on)
	if err != nil {
		return nil, err
	}
	if len(spans) == 0 {
		return page, s.nothingCited(page, text, r.on)
	}
	s.fillCited(page, text, spans)
	return page, nil
}

// onlyCited is the page of what a text cites that is one citation and nothing else: who pastes
// that wants to be there. It is "" for any other text.
func (s *Site) onlyCited(text string, on legislation.Day) (string, error) {
	if len(text) > cite.MaxQuery {
		return "", nil
	}
	found, err := s.service.Resolve(text, on)
	if err != nil || found.ID == nil || len(found.NotUnderstood) > 0 {
		return "", err
	}
	return found.URL, nil
}

// nothingCited says of a text without a citation what it was read as.
func (s *Site) nothingCited(page *citePage, text string, on legislation.Day) error {
	page.Summary = "No citation was recognised."
	page.Parts = []citedPart{{Text: text}}
	found, err := s.service.Resolve(clip(text, cite.MaxQuery/4), on)
	if err != nil {
		return err
	}
	if u, ok := s.unclear(0, text, found.Result); ok && len(u.Candidates) > 0 {
		page.Unclear = append(page.Unclear, u)
	}
	return nil
}

// fillCited cuts the text at its citations and lists what they name.
func (s *Site) fillCited(page *citePage, text string, spans []answer.Found) {
	at := map[string]int{}
	done := 0
	for i, span := range spans {
		if span.Start > done {
			page.Parts = append(page.Parts, citedPart{Text: text[done:span.Start]})
		}
		done = span.End
		part := citedPart{Text: text[span.Start:span.End], State: oneFits, URL: span.URL, Title: span.Result.Label}
		if span.URL == "" {
			u, _ := s.unclear(i, part.Text, span.Result)
			part.State, part.URL = severalFit, "#"+u.ID
			if len(u.Candidates) == 0 {
				part.State = nothingFits
			}
			page.Unclear = append(page.Unclear, u)
		} else if n, seen := at[span.URL]; seen {
			page.Found[n].times++
		} else {
			at[span.URL] = len(page.Found)
			page.Found = append(page.Found, citedLaw{Label: span.Result.Label, URL: span.URL, As: part.Text, Jurisdiction: s.jurisdictionLink(span.Result.Jurisdiction), times: 1})
		}
		page.Parts = append(page.Parts, part)
	}
	if done < len(text) {
		page.Parts = append(page.Parts, citedPart{Text: text[done:]})
	}
	for i := range page.Found {
		page.Found[i].Times = plural(page.Found[i].times, "time", "times")
	}
	page.Summary = plural(len(spans), "citation", "citations") + " found, of " + plural(len(page.Found), "provision or law", "provisions and laws")
	if len(spans) >= cite.MaxSpans {
		page.Summary = "The first " + count(cite.MaxSpans) + " citations"
		page.Cut = "The text has more citations than are read at once: what follows the first " + count(cite.MaxSpans) + " was left as it is. Paste the rest by itself."
	}
	if n := len(page.Unclear); n > 0 {
		page.Summary += "; " + plural(n, "needs", "need") + " your eye"
	}
}

// unclear describes a citation that does not name exactly one thing.
func (s *Site) unclear(n int, text string, found cite.Result) (unclearCitation, bool) {
	u := unclearCitation{ID: "unclear-" + strconv.Itoa(n), Text: text, Parts: found.NotUnderstood}
	for _, c := range found.Candidates {
		address := "/law/" + string(c.ID)
		if found.On != s.service.Today() {
			address += "?on=" + found.On.String()
		}
		u.Candidates = append(u.Candidates, Link{Label: c.Label, URL: address, Why: s.jurisdictionLink(c.Jurisdiction).Name})
	}
	return u, found.Is()
}

// citePosted answers the form, whose text may be too long for an address.
func (s *Site) citePosted(c *gin.Context) {
	c.Request.Body = http.MaxBytesReader(c.Writer, c.Request.Body, maxPosted)
	if err := c.Request.ParseForm(); err != nil {
		s.fail(c, &legislation.Error{Code: legislation.Invalid, Field: "q", Message: "the text cannot be read", Want: "a text of at most " + strconv.Itoa(cite.MaxText/1000) + " kB"})
		return
	}
	c.Header("Cache-Control", "no-store")
	posted := url.Values{"q": {strings.ReplaceAll(c.Request.PostForm.Get("q"), "\r\n", "\n")}, "on": {c.Request.PostForm.Get("on")}}
	s.show(c, page{"/cite", "cite", (*Site).cite}, posted)
}
