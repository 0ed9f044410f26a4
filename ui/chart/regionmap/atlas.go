package regionmap

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// region.geojson is cut out of Natural Earth 1:50m "map subunits", public domain; README.md beside it says how.
//
//go:embed region.geojson
var geojson []byte

// Borders names where the map's lines come from.
const Borders = "Borders: Natural Earth 1:50m, public domain."

// The board in pixels, and the part of the world it shows. Turkey runs out of the frame in the east, so that the
// small jurisdictions in the west get room.
const (
	width, height  = 640.0, 530.0
	west, atLat    = 12.75, 45.5
	east, atLatE   = 36.9, 41.0
	southernmost   = 34.35 // on the middle meridian
	tolerance      = 0.35  // pixels
	smallestIsland = 1.5   // square pixels
	outside        = 6.0   // how far paths may run out of the board, for their outline not to show at its edge
)

// atlas holds the paths of the map, computed once.
type atlas struct {
	areas   map[string]string // by jurisdiction; Cyprus without the north
	north   string            // of Cyprus: not under the effective control of its government
	context string            // neighbouring land
	place   func(longitude, latitude float64) point
}

var loadAtlas = sync.OnceValue(func() *atlas {
	a, err := readAtlas(geojson)
	if err != nil {
		panic("regionmap: embedded region.geojson: " + err.Error())
	}
	return a
})

type feature struct {
	Properties struct{ Jurisdiction, Note, Context string }
	Geometry   struct {
		Type        string
		Coordinates json.RawMessage
	}
}

func readAtlas(data []byte) (*atlas, error) {
	var file struct{ Features []feature }
	if err := json.Unmarshal(data, &file); err != nil {
		return nil, err
	}
	place := board()
	var rings []ring
	owner := []int{} // index of the feature that a ring belongs to
	for i, f := range file.Features {
		polygons, err := f.polygons()
		if err != nil {
			return nil, fmt.Errorf("feature %d (%s): %w", i, f.Properties.Jurisdiction, err)
		}
		for _, polygon := range polygons {
			for _, coordinates := range polygon {
				if r := toBoard(coordinates, place); len(r) > 2 {
					rings, owner = append(rings, r), append(owner, i)
				}
			}
		}
	}
	paths := make([]strings.Builder, len(file.Features))
	for i, r := range simplify(rings, tolerance) {
		if r = clip(r, -outside, -outside, width+outside, height+outside); r.area() >= smallestIsland {
			writePath(&paths[owner[i]], r)
		}
	}
	a := &atlas{areas: map[string]string{}, place: place}
	for i, f := range file.Features {
		switch {
		case f.Properties.Context != "":
			a.context += paths[i].String()
		case f.Properties.Note != "":
			a.north += paths[i].String()
		default:
			a.areas[f.Properties.Jurisdiction] += paths[i].String()
		}
	}
	return a, nil
}

func (f feature) polygons() (polygons [][][][2]float64, err error) {
	switch f.Geometry.Type {
	case "Polygon":
		polygons = make([][][][2]float64, 1)
		err = json.Unmarshal(f.Geometry.Coordinates, &polygons[0])
	case "MultiPolygon":
		err = json.Unmarshal(f.Geometry.Coordinates, &polygons)
	default:
		err = fmt.Errorf("geometry %q, want Polygon or MultiPolygon", f.Geometry.Type)
	}
	return polygons, err
}

// board gives the way from degrees to pixels.
func board() func(longitude, latitude float64) point {
	left, right := project(point{west, atLat}).x, project(point{east, atLatE}).x
	bottom := project(point{24, southernmost}).y
	scale := width / (right - left)
	return func(longitude, latitude float64) point {
		p := project(point{longitude, latitude})
		return point{(p.x - left) * scale, height - (p.y-bottom)*scale}
	}
}

// toBoard projects a closed GeoJSON ring and leaves its repeated last point out.
func toBoard(coordinates [][2]float64, place func(longitude, latitude float64) point) ring {
	r := make(ring, 0, len(coordinates))
	for _, c := range coordinates {
		p := place(c[0], c[1])
		r = append(r, point{math.Round(p.x*100) / 100, math.Round(p.y*100) / 100})
	}
	if len(r) > 1 && r[0] == r[len(r)-1] {
		r = r[:len(r)-1]
	}
	return slices.Compact(r)
}

// writePath appends a ring as relative moves in tenths of a pixel, without letting rounding add up.
func writePath(out *strings.Builder, r ring) {
	tenth := func(v float64) int { return int(math.Round(v * 10)) }
	number := func(tenths int) string {
		return strings.TrimSuffix(strconv.FormatFloat(float64(tenths)/10, 'f', 1, 64), ".0")
	}
	x, y := 0, 0
	for i, p := range r {
		dx, dy := tenth(p.x)-x, tenth(p.y)-y
		x, y = x+dx, y+dy
		switch {
		case i == 0:
			out.WriteString("M" + number(dx))
		case dx == 0 && dy == 0:
			continue
		default:
			if i == 1 {
				out.WriteString("l")
			} else if dx >= 0 {
				out.WriteString(" ")
			}
			out.WriteString(number(dx))
		}
		if dy >= 0 {
			out.WriteString(" ")
		}
		out.WriteString(number(dy))
	}
	out.WriteString("z")
}
