package cite

import "strings"

// wordings are how lawyers say on which day the wording that they cite was law.
var wordings = map[string]string{
	"en": "as in force on {words}", "ro": "în forma în vigoare la {day}", "sq": "siç ishte në fuqi më {day}", "tr": "{day} tarihinde yürürlükteki hâli",
	"el": "όπως ίσχυε στις {day}", "bg": "в редакцията към {day} г.", "mk": "во текстот што важел на {day}", "sl": "v besedilu, veljavnem {day}",
	"hr": "u tekstu na snazi {day}.", "bs": "u tekstu na snazi {day}.", "sr": "u tekstu na snazi {day}.", "sr-Latn": "u tekstu na snazi {day}.", "sr-Cyrl": "у тексту на снази {day}.",
}

// asInForce adds to the citation of a wording that has ended the day on which it was law: who
// looks the place up would else read another wording.
func (w *work) asInForce(citation, lang string) string {
	pattern, known := wordings[lang]
	if !w.ended || !known {
		return citation
	}
	day := w.on.Date()
	clause := " (" + fill(pattern, map[string]string{"words": day.Words(), "day": dotted(day)}) + ")"
	if rest, stop := strings.CutSuffix(citation, "."); stop && lang == "en" {
		return rest + clause + "."
	}
	return citation + clause
}
