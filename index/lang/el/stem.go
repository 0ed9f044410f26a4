package el

import (
	"strings"

	"seelex/index/lang/stem"
)

// Stem takes off the endings of declension, of demotic and katharevousa, and of the present tense, after the inflectional
// steps of Ntais, "Development of a Stemmer for the Greek Language" (2006), carried over to the key by sound. Its
// derivational steps are left out: ποινή and ποινικός, φυλακή and φυλάκιση are apart.
func Stem(key []byte) []byte {
	return endings.Strip(key, kept.Len(key))
}

// endings are written in Greek and folded like the words that they end.
var endings = stem.NewEndings().
	Add(2, greek("α ας ες ε ος ου ο ον οι ων ους η ης ην εις υς ω")).
	Add(3, greek("ια ιας ιες ιων ιο ιον ιου ιους ιοι ιος ιε ιαν αν")).
	Add(3, greek("εως εων εα εας ευς εος εις")).
	// αδίκημα, αδικήματος
	Add(2, greek("μα>μ ματος>μ ματα>μ ματων>μ ματι>μ")).
	// words of their own declension, whole
	Add(0, greek("προιον>προιον προιοντος>προιον προιοντα>προιον προιοντων>προιον")).
	Add(0, greek("καθεστως>καθεστως καθεστωτος>καθεστως καθεστωτα>καθεστως καθεστωτων>καθεστως")).
	// ποσότης, ποσότητα: word by word, for αναπληρωτής sounds alike and has no such ending
	Add(0, greek("ποσοτης>ποσοτητ ταυτοτης>ταυτοτητ αρμοδιοτης>αρμοδιοτητ νομιμοτης>νομιμοτητ κοινοτης>κοινοτητ "+
		"επικινδυνοτης>επικινδυνοτητ δυνατοτης>δυνατοτητ ποιοτης>ποιοτητ δημοσιοτης>δημοσιοτητ")).
	// verbs
	Add(3, greek("εται ονται ομαι οταν ονταν ειται ουνται αται ωνται ουν ουσε ουσαν ουμε ετε ειτε οντας ωντας")).
	// participles of katharevousa: οι εχόντες, του διαθέτοντος
	Add(4, greek("οντος οντες οντων οντα ουσα ουσας ουσες ουσων"))

// kept words would lose more than an ending.
var kept = stem.NewKept(greek("εταιρι ουσι αιτι παρουσι εξουσι περιουσι φαρμακει ιδιωτ στρατιωτ πατριωτ δημοτ δεσμωτ"))

func greek(list string) string {
	var out strings.Builder
	for entry := range strings.FieldsSeq(list) {
		from, to, replaced := strings.Cut(entry, ">")
		out.Write(Fold(nil, []byte(from)))
		if replaced {
			out.WriteByte('>')
			out.Write(Fold(nil, []byte(to)))
		}
		out.WriteByte(' ')
	}
	return out.String()
}
