package compare

import (
	"math"

	"seelex/legislation"
)

// fixedRates are national units for one euro, fixed irrevocably by Article 1 of
// Council Regulation (EC) No 2866/98 for the currencies that the euro replaced:
// GRD by Regulation (EC) No 1478/2000, SIT by No 1086/2006, CYP by No 1135/2007,
// HRK by Regulation (EU) 2022/1208, BGN by Regulation (EU) 2025/1409, each of which
// amends it. Currencies without such a rate, pegged ones too, are not converted.
var fixedRates = map[string]float64{"GRD": 340.750, "SIT": 239.640, "CYP": 0.585274, "HRK": 7.53450, "BGN": 1.95583}

// Euro is a fine in euro at the legally fixed rate.
type Euro struct {
	Min   *float64 `json:"min"`
	Max   *float64 `json:"max"`
	Rate  float64  `json:"rate"` // national units for one euro
	Words string   `json:"words"`
}

// InEuro converts a fine in a currency that the euro replaced, to the cent. It is
// not ok for every other value.
func InEuro(v legislation.Value) (euro Euro, ok bool) {
	rate, ok := fixedRates[v.Money.Currency]
	if v.Type != legislation.Fine || v.Money.Units || !ok {
		return Euro{}, false
	}
	convert := func(amount *float64) *float64 {
		if amount == nil {
			return nil
		}
		cents := math.Round(*amount/rate*100) / 100
		return &cents
	}
	euro = Euro{Min: convert(v.Money.Min), Max: convert(v.Money.Max), Rate: rate}
	euro.Words = legislation.Money{Min: euro.Min, Max: euro.Max, Currency: "EUR"}.Words()
	return euro, true
}
