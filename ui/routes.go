package ui

import (
	"github.com/gin-gonic/gin"
)

// page is one page: its address, its template in templates/pages, and what it shows. A view
// with a method template names its template itself.
type page struct {
	path     string
	template string
	answer   func(*Site, *request) (any, error)
}

// pages are all pages, in the order of the main navigation.
var pages = []page{
	{"/", "home", (*Site).home},
	{"/search", "search", (*Site).search},
	{"/compare", "compare", (*Site).compare},
	{"/topics", "topics", (*Site).topics},
	{"/topics/:id", "topic", (*Site).topic},
	{"/concepts/:id", "concept", (*Site).concept},
	{"/jurisdictions", "jurisdictions", (*Site).jurisdictions},
	{"/jurisdictions/:code", "jurisdiction", (*Site).jurisdiction},
	{"/law/*id", "", (*Site).law},
	{"/changes", "changes", (*Site).changes},
	{"/strategies", "strategies", (*Site).strategies},
	{"/timeline", "timeline", (*Site).timeline},
	{"/scenario", "scenario", (*Site).scenario},
	{"/practice", "practice", (*Site).practicePage},
	{"/map", "map", (*Site).mapPage},
	{"/cite", "cite", (*Site).cite},
	{"/dossier", "dossier", (*Site).dossier},
	{"/method", "method", (*Site).method},
	{"/data", "data", (*Site).data},
	{"/api", "api", (*Site).api},
}

// Register adds the pages and what belongs to them to a router.
func (s *Site) Register(r gin.IRouter) {
	get := func(path string, handle gin.HandlerFunc) {
		r.GET(path, handle)
		r.HEAD(path, handle)
	}
	for _, p := range pages {
		get(p.path, s.serve(p))
	}
	get("/static/*file", s.assets.serve)
	r.POST("/cite", s.citePosted)
	get("/opensearch.xml", s.openSearch)
	get("/feed.atom", s.feed)
	get("/sitemap.xml", s.sitemap)
	get("/sitemap/:number", s.sitemapPart)
	get("/robots.txt", s.robots)
}
