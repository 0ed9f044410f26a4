package svg

import "math"

// Scale maps the values Min…Max to the pixels From…To.
type Scale struct{ Min, Max, From, To float64 }

// At gives the pixel of v.
func (s Scale) At(v float64) float64 {
	if s.Max == s.Min {
		return s.From
	}
	return s.From + (v-s.Min)/(s.Max-s.Min)*(s.To-s.From)
}

// Ticks gives about n round values (1, 2 or 5 times a power of ten apart) inside min…max. smallest is the least
// step that makes sense: 1 for years and for things that are counted.
func Ticks(min, max float64, n int, smallest float64) []float64 {
	if n < 1 || !(max > min) {
		return nil
	}
	step := roundStep((max-min)/float64(n), smallest)
	var ticks []float64
	for i := math.Ceil(min/step - 1e-9); i*step <= max+step*1e-9; i++ {
		ticks = append(ticks, i*step+0) // + 0 makes a negative zero positive
	}
	return ticks
}

// NiceMax rounds max up to the next tick, so that the highest mark stays inside the plot.
func NiceMax(max float64, n int, smallest float64) float64 {
	if max <= 0 {
		return smallest
	}
	step := roundStep(max/float64(n), smallest)
	return math.Ceil(max/step-1e-9) * step
}

func roundStep(raw, smallest float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(raw)))
	for _, factor := range []float64{1, 2, 5, 10} {
		if step := factor * power; step >= raw*(1-1e-9) {
			return math.Max(step, smallest)
		}
	}
	return math.Max(10*power, smallest)
}
