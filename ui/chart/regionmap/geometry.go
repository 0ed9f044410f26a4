package regionmap

import (
	"math"
	"slices"
)

// point is a place on the board in pixels, or a longitude and latitude in degrees.
type point struct{ x, y float64 }

type ring []point

// project is Lambert's conformal conic projection with standard parallels at 37° and 46° N around 24° E: shapes keep
// their look from Crete to Moldova, and north is up in the middle of the region. Result in Earth radii, y to the north.
func project(p point) point {
	const south, north, middle = 37 * math.Pi / 180, 46 * math.Pi / 180, 24 * math.Pi / 180
	t := func(lat float64) float64 { return math.Tan(math.Pi/4 + lat/2) }
	n := math.Log(math.Cos(south)/math.Cos(north)) / math.Log(t(north)/t(south))
	f := math.Cos(south) * math.Pow(t(south), n) / n
	rho := f / math.Pow(t(p.y*math.Pi/180), n)
	theta := n * (p.x*math.Pi/180 - middle)
	return point{rho * math.Sin(theta), -rho * math.Cos(theta)}
}

// clip cuts a ring at a rectangle (Sutherland and Hodgman), so that no path runs far outside of the board.
func clip(r ring, left, top, right, bottom float64) ring {
	edges := []func(p point) float64{ // positive inside
		func(p point) float64 { return p.x - left },
		func(p point) float64 { return right - p.x },
		func(p point) float64 { return p.y - top },
		func(p point) float64 { return bottom - p.y },
	}
	for _, inside := range edges {
		var kept ring
		for i, p := range r {
			q := r[(i+1)%len(r)]
			a, b := inside(p), inside(q)
			if a >= 0 {
				kept = append(kept, p)
			}
			if (a >= 0) != (b >= 0) {
				share := a / (a - b)
				kept = append(kept, point{p.x + share*(q.x-p.x), p.y + share*(q.y-p.y)})
			}
		}
		r = kept
	}
	return r
}

// simplify leaves out points that lie within tolerance of the line without them. Neighbours share borders, so rings
// are cut at the points where borders meet and each stretch is simplified the same way for both sides: no slivers.
func simplify(rings []ring, tolerance float64) []ring {
	meets := meetingPoints(rings)
	result := make([]ring, len(rings))
	for i, r := range rings {
		result[i] = simplifyRing(r, meets, tolerance)
	}
	return result
}

// meetingPoints are the points with more than two different neighbours over all rings.
func meetingPoints(rings []ring) map[point]bool {
	neighbours := map[point][]point{}
	meets := map[point]bool{}
	for _, r := range rings {
		for i, p := range r {
			for _, q := range []point{r[(i+1)%len(r)], r[(i+len(r)-1)%len(r)]} {
				if !slices.Contains(neighbours[p], q) {
					neighbours[p] = append(neighbours[p], q)
				}
			}
			meets[p] = len(neighbours[p]) > 2
		}
	}
	return meets
}

func simplifyRing(r ring, meets map[point]bool, tolerance float64) ring {
	start := slices.IndexFunc(r, func(p point) bool { return meets[p] })
	if start < 0 {
		start = lowest(r)
	}
	turned := append(slices.Clone(r[start:]), r[:start]...)
	turned = append(turned, turned[0])
	var result ring
	from := 0
	for i := 1; i < len(turned); i++ {
		if i < len(turned)-1 && !meets[turned[i]] {
			continue
		}
		stretch := turned[from : i+1]
		if stretch[0] == stretch[len(stretch)-1] { // an island: no line to measure from but to its farthest point
			far := farthest(stretch)
			result = append(result, thin(stretch[:far+1], tolerance)...)
			stretch = stretch[far:]
		}
		result = append(result, thin(stretch, tolerance)...)
		from = i
	}
	return result
}

func lowest(r ring) int {
	best := 0
	for i, p := range r {
		if p.x < r[best].x || p.x == r[best].x && p.y < r[best].y {
			best = i
		}
	}
	return best
}

func farthest(r ring) int {
	best, distance := 0, -1.0
	for i, p := range r {
		if d := math.Hypot(p.x-r[0].x, p.y-r[0].y); d > distance {
			best, distance = i, d
		}
	}
	return best
}

// thin is Douglas and Peucker's algorithm; the last point is left to the stretch that begins with it.
func thin(line ring, tolerance float64) ring {
	if len(line) < 3 {
		return line[:1]
	}
	a, b := line[0], line[len(line)-1]
	split, worst := 0, tolerance
	for i, p := range line[1 : len(line)-1] {
		if d := offLine(p, a, b); d > worst {
			split, worst = i+1, d
		}
	}
	if split == 0 {
		return line[:1]
	}
	return append(slices.Clone(thin(line[:split+1], tolerance)), thin(line[split:], tolerance)...)
}

func offLine(p, a, b point) float64 {
	length := math.Hypot(b.x-a.x, b.y-a.y)
	if length == 0 {
		return math.Hypot(p.x-a.x, p.y-a.y)
	}
	return math.Abs((b.x-a.x)*(a.y-p.y)-(a.x-p.x)*(b.y-a.y)) / length
}

// area is the surface of a ring in square pixels.
func (r ring) area() float64 {
	sum := 0.0
	for i, p := range r {
		q := r[(i+1)%len(r)]
		sum += p.x*q.y - q.x*p.y
	}
	return math.Abs(sum) / 2
}
