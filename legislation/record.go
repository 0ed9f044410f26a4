package legislation

// Text is a text by language: BCP 47 tags ("sr-Latn", "el", "en") to words.
type Text map[string]string

// Confidence says how a row was established, and is shown as it stands.
type Confidence string

// The degrees of confidence, best first.
const (
	Primary    Confidence = "primary"    // the official text, an official translation or the gazette was read
	Secondary  Confidence = "secondary"  // an intergovernmental, academic, NGO, law-firm or press source states it
	Unverified Confidence = "unverified" // general knowledge, no source seen for it
)

// Confidences are the degrees, best first.
var Confidences = []Confidence{Primary, Secondary, Unverified}

// Source is where a row comes from. Its ID (S1) is unique in its jurisdiction.
type Source struct {
	ID        string `json:"id" yaml:"-"`
	Title     string `json:"title" yaml:"title"`
	Publisher string `json:"publisher" yaml:"publisher"`
	URL       string `json:"url" yaml:"url"`
	Date      Date   `json:"date" yaml:"date"`
	Kind      string `json:"kind" yaml:"kind"`
}

// SourceKinds are the kinds of sources.
var SourceKinds = []string{"official", "intergovernmental", "academic", "ngo", "press", "law-firm", "encyclopaedia", "general-knowledge"}

// Jurisdiction is a legal order.
type Jurisdiction struct {
	Code        string   `json:"code" yaml:"code"` // RS, XK, BA-SRP, INT, EU
	Name        string   `json:"name" yaml:"name"`
	NativeNames Text     `json:"native_names" yaml:"native_names"`
	Languages   []string `json:"languages" yaml:"languages"`
	Currency    string   `json:"currency" yaml:"currency"`
	Parent      string   `json:"parent,omitempty" yaml:"parent"`
	EUStatus    string   `json:"eu_status" yaml:"eu_status"`
	Note        string   `json:"note,omitempty" yaml:"note"`
	LegalSystem string   `json:"legal_system" yaml:"legal_system"`
}

// Instrument is a code, act, by-law, strategy, action plan, treaty … (an ELI legal
// resource, a FRBR work).
type Instrument struct {
	ID           ID          `json:"id" yaml:"id"`
	Type         string      `json:"type" yaml:"type"`
	TitleEn      string      `json:"title_en" yaml:"title_en"`
	Title        Text        `json:"title" yaml:"title"`
	Abbreviation string      `json:"abbreviation,omitempty" yaml:"abbreviation"`
	Number       string      `json:"number,omitempty" yaml:"number"`
	Adopted      Date        `json:"adopted" yaml:"adopted"`
	InForce      Date        `json:"in_force" yaml:"in_force"`
	Ended        Date        `json:"ended" yaml:"ended"`
	ReplacedBy   ID          `json:"replaced_by,omitempty" yaml:"replaced_by"`
	Period       *Period     `json:"period,omitempty" yaml:"period"` // the years that a strategy plans for
	Draft        bool        `json:"draft,omitempty" yaml:"draft"`   // prepared, and not known to have been adopted
	Gazette      []Gazette   `json:"gazette" yaml:"gazette"`
	Amendments   []Amendment `json:"amendments" yaml:"amendments"`
	Responsible  string      `json:"responsible,omitempty" yaml:"responsible"`
	Implements   []ID        `json:"implements" yaml:"implements"`
	URL          string      `json:"url,omitempty" yaml:"url"`
	Summary      string      `json:"summary" yaml:"summary_en"`
	Sources      []string    `json:"sources" yaml:"sources"`
	Confidence   Confidence  `json:"confidence" yaml:"confidence"`
	Imported     bool        `json:"imported,omitempty" yaml:"-"` // known from an official text only, not curated
	Expressions  []Edition   `json:"expressions,omitempty" yaml:"-"`
}

// InstrumentTypes are the types of instruments.
var InstrumentTypes = []string{"code", "act", "bylaw", "strategy", "action-plan", "treaty", "directive", "decision", "guideline"}

// never is when a draft begins to apply: on [DayMax].
var never = Date{year: 9999, month: 12, day: 31}

// Valid is the time in which the instrument applies, which a draft never does.
func (i *Instrument) Valid() Period {
	if i.Draft {
		return Period{From: never}
	}
	return i.Meant()
}

// Meant is the time that the instrument is for. Where the day on which it came into force
// is not known it counts from its adoption, failing that from the gazette that first
// printed it, and a strategy not before the years that it plans for; a strategy that
// nobody ended lapses with them.
func (i *Instrument) Meant() Period {
	p := Period{i.InForce, i.Ended}
	if p.From.IsZero() {
		p.From = i.Adopted
	}
	if p.From.IsZero() && len(i.Gazette) > 0 {
		p.From = i.Gazette[0].Date
	}
	if i.Period == nil {
		return p
	}
	if i.InForce.IsZero() && i.Period.From.First() > p.From.First() {
		p.From = i.Period.From
	}
	if p.To.IsZero() {
		p.To = i.Period.To
	}
	return p
}

// IsStrategy reports whether the instrument is a strategy or an action plan.
func (i *Instrument) IsStrategy() bool { return i.Type == "strategy" || i.Type == "action-plan" }

// Gazette is one reference to an official gazette.
type Gazette struct {
	Name string `json:"name" yaml:"name"`
	Ref  string `json:"ref" yaml:"ref"`
	Date Date   `json:"date" yaml:"date"`
}

// Amendment is a later act that changed an instrument.
type Amendment struct {
	Ref     string `json:"ref" yaml:"ref"`
	Date    Date   `json:"date" yaml:"date"`
	InForce Date   `json:"in_force" yaml:"in_force"`
	What    string `json:"what" yaml:"what"`
}

// Version is a provision's curated content in one period.
type Version struct {
	InForce    Date                `json:"in_force" yaml:"in_force"`
	Ended      Date                `json:"ended" yaml:"ended"`
	Draft      bool                `json:"draft,omitempty" yaml:"draft"` // of a change that is not known to have been adopted
	Heading    Text                `json:"heading" yaml:"heading"`
	Digest     string              `json:"digest" yaml:"digest_en"` // own words, English
	Terms      map[string][]string `json:"terms" yaml:"terms"`
	Topics     []string            `json:"topics" yaml:"topics"`
	Implements []ID                `json:"implements" yaml:"implements"`
	Sources    []string            `json:"sources" yaml:"sources"`
	Confidence Confidence          `json:"confidence" yaml:"confidence"`
}

// Valid is the time in which the version applies, as its own row says; a draft never does.
func (v Version) Valid() Period {
	if v.Draft {
		return Period{From: never}
	}
	return Period{v.InForce, v.Ended}
}

// Within is the time in which the version applies as a part of its instrument. Where it
// is not known since when, the instrument's beginning is the earliest day that it can be;
// a section of a strategy lapses with it. Of a law that was ended an article without an
// end was kept in force.
func (v Version) Within(i *Instrument) Period {
	p, whole := v.Valid(), i.Valid()
	if i.Draft || v.Draft {
		return Period{From: never}
	}
	if p.From.IsZero() {
		p.From = whole.From
	}
	if p.To.IsZero() && i.Ended.IsZero() && whole.To.Last() >= p.From.First() {
		p.To = whole.To
	}
	return p
}

// ProvisionRow is a row of a corpus file: one version of one provision. The id of
// an earlier version ends in "@" and the date it came into force.
type ProvisionRow struct {
	ID      ID `yaml:"id"`
	Version `yaml:",inline"`
}

// Provision is the citable unit (an ELI subdivision): one address, and its
// versions ordered by the day they came into force.
type Provision struct {
	ID       ID        `json:"id"`
	Versions []Version `json:"versions"`
	Texts    []Wording `json:"texts,omitempty"`
}

// Edition is one imported official text of an instrument in one language, as
// consolidated on a day: a FRBR expression with the manifestation it was read from.
type Edition struct {
	Key          string `json:"key"` // names the edition in its instrument: language, day and format
	Language     string `json:"language"`
	Consolidated Date   `json:"consolidated"` // the day whose law the text gives
	Title        string `json:"title"`
	Format       string `json:"format"` // legalize, markdown, pdf, akn, html, docx, text
	Source       string `json:"source"` // address or file name it was read from
	Retrieved    Date   `json:"retrieved"`
	SHA256       string `json:"sha256"` // of the bytes that were read, hexadecimal
	Licence      string `json:"licence,omitempty"`
	TopicRules   string `json:"topic_rules,omitempty"` // SHA-256 of the importer's rules that suggested topics
	Bytes        int    `json:"bytes"`                 // of the text
	Articles     int    `json:"articles"`
	Provisions   int    `json:"provisions"` // parts that can be cited, articles among them
}

// Wording is the official text of one provision in one edition and in those after
// it until the text changes.
type Wording struct {
	Language string  `json:"language"`
	From     Date    `json:"from"`    // the consolidation that brought this wording
	To       Date    `json:"to"`      // the day before the consolidation that changed it
	Edition  Edition `json:"edition"` // the last one that has it
	Heading  string  `json:"heading,omitempty"`
	Text     string  `json:"text"` // label, heading and everything below
	// Suggested are the topics that are suggested for the unit in which the provision stands.
	Suggested []Suggestion `json:"suggested_topics,omitempty"`
	Parts     Outline      `json:"parts"` // the provision and what stands below it, at their places in Text
}

// Valid is the time for which the wording is known to stand.
func (w Wording) Valid() Period { return Period{w.From, w.To} }

// Position is how one jurisdiction answers a topic's codebook in a period: the
// cell of a comparison.
type Position struct {
	Jurisdiction string           `json:"jurisdiction"`
	Topic        string           `json:"topic"`
	From         Date             `json:"from"`
	To           Date             `json:"to"`
	Values       map[string]Value `json:"values"`
	Summary      string           `json:"summary"`
	Citations    []ID             `json:"citations"`
	Sources      []string         `json:"sources"`
	Confidence   Confidence       `json:"confidence"`
}

// Valid is the time in which the position holds.
func (p Position) Valid() Period { return Period{p.From, p.To} }

// ID names the position's jurisdiction and topic: rs/position/personal-possession.
// It is the same for all periods, as a provision's is for all versions.
func (p Position) ID() ID { return PositionID(p.Jurisdiction, p.Topic) }

// Reform is a dated event: a law, a strategy, a decision of a court or parliament.
type Reform struct {
	Jurisdiction string     `json:"jurisdiction" yaml:"-"`
	Date         Date       `json:"date" yaml:"date"`
	Title        string     `json:"title" yaml:"title_en"`
	Instrument   ID         `json:"instrument,omitempty" yaml:"instrument"`
	Direction    string     `json:"direction" yaml:"direction"`
	Sources      []string   `json:"sources" yaml:"sources"`
	Confidence   Confidence `json:"confidence" yaml:"confidence"`
}

// Directions are the directions of reforms.
var Directions = []string{"softer", "harsher", "neutral"}

// Figure is a number on how the law is applied in a year.
type Figure struct {
	Jurisdiction string     `json:"jurisdiction" yaml:"-"`
	Year         string     `json:"year" yaml:"year"` // a year, or years such as 2011–2013
	Measure      string     `json:"measure" yaml:"measure"`
	Value        float64    `json:"value" yaml:"value"`
	Unit         string     `json:"unit" yaml:"unit"`
	Sources      []string   `json:"sources" yaml:"sources"`
	Confidence   Confidence `json:"confidence" yaml:"confidence"`
}

// Ratification is a jurisdiction's step to be bound by a treaty.
type Ratification struct {
	Instrument   ID         `json:"instrument" yaml:"instrument"`
	Jurisdiction string     `json:"jurisdiction" yaml:"jurisdiction"`
	Date         Date       `json:"date" yaml:"date"`
	Manner       string     `json:"manner" yaml:"manner"`
	Sources      []string   `json:"sources" yaml:"sources"` // of the file that has the row, that of INT
	Confidence   Confidence `json:"confidence" yaml:"confidence"`
}
