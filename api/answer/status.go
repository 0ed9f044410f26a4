package answer

import (
	"net/http"

	"seelex/legislation"
)

var statuses = map[legislation.Code]int{
	legislation.Invalid:     http.StatusBadRequest,
	legislation.NotFound:    http.StatusNotFound,
	legislation.Gone:        http.StatusGone,
	legislation.Conflict:    http.StatusConflict,
	legislation.Unavailable: http.StatusServiceUnavailable,
}

// HTTPStatus is the status under which an error is answered, as JSON and as a page.
func HTTPStatus(e *legislation.Error) int {
	if status, ok := statuses[e.Code]; ok {
		return status
	}
	return http.StatusInternalServerError
}
