package regionmap

// spot says where a jurisdiction's label stands, in degrees. A label outside of its area is a chip at the end of a
// leader line.
type spot struct {
	code                string
	longitude, latitude float64 // inside the area
	chip                *chip
	area                bool // drawn as an area of the map
	small               bool // the area alone is too small to be hit with a finger
}

type chip struct{ longitude, latitude float64 }

// spots lists every jurisdiction that has a place on the map. BA is the state's own law beside that of its entities:
// it has no area of its own here. INT and EU have no place.
var spots = []spot{
	{code: "AL", longitude: 20.08, latitude: 41.0, area: true, small: true},
	{code: "BA", longitude: 18.3, latitude: 43.75, chip: &chip{16.95, 41.75}},
	{code: "BA-BIH", longitude: 17.3, latitude: 43.75, area: true, small: true, chip: &chip{15.2, 42.85}},
	{code: "BA-SRP", longitude: 17.2, latitude: 44.8, area: true, small: true, chip: &chip{16.9, 47.85}},
	{code: "BA-BRC", longitude: 18.81, latitude: 44.87, chip: &chip{18.95, 46.75}},
	{code: "BG", longitude: 25.2, latitude: 42.65, area: true},
	{code: "CY", longitude: 32.85, latitude: 34.92, area: true, small: true, chip: &chip{30.9, 34.75}},
	{code: "GR", longitude: 21.9, latitude: 39.5, area: true},
	{code: "HR", longitude: 16.2, latitude: 45.62, area: true},
	{code: "MD", longitude: 28.55, latitude: 47.25, area: true},
	{code: "ME", longitude: 19.25, latitude: 42.8, area: true, small: true},
	{code: "MK", longitude: 21.65, latitude: 41.55, area: true, small: true},
	{code: "RO", longitude: 25.0, latitude: 45.85, area: true},
	{code: "RS", longitude: 20.85, latitude: 44.2, area: true},
	{code: "SI", longitude: 14.75, latitude: 46.07, area: true, small: true},
	{code: "TR", longitude: 31.9, latitude: 39.3, area: true},
	{code: "XK", longitude: 20.9, latitude: 42.58, area: true, small: true},
}
