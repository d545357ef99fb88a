package shapes

import (
	"go/ast"
	"strings"
)

var verbs = map[string]bool{"GET": true, "HEAD": true, "POST": true, "PUT": true, "PATCH": true, "DELETE": true, "OPTIONS": true}

// What gorilla puts around a registration.
var wraps = map[string]bool{"Handler": true, "HandlerFunc": true, "Name": true, "Queries": true, "Headers": true}

// register reads `r.GET("/x", h)`, `r.Get("/x", h)`, `mux.HandleFunc("GET /x", h)`, `r.Handle("GET", "/x", h)` and the like.
// False for a call that registers nothing.
func (w *walker) register(call *ast.CallExpr, method string, s *scope) bool {
	selector, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || len(call.Args) == 0 {
		return false
	}
	name := selector.Sel.Name
	// `r.Path("/x").Methods("GET").HandlerFunc(h)`: the path stands further inside.
	if inner, ok := selector.X.(*ast.CallExpr); ok && wraps[name] {
		w.hand(inner, call.Args)
		return w.register(inner, method, s)
	}
	first, ok := s.pkg.Text(call.Args[0])
	if !ok {
		return false
	}
	path, handlers := first, call.Args[1:]
	switch {
	case verbs[strings.ToUpper(name)] && (len(call.Args) > 1 && !isText(call.Args[1])):
		method = strings.ToUpper(name)
	case name == "HandleFunc", name == "Handle" && len(call.Args) == 2, name == "Any", name == "All", name == "Path":
		if verb, rest, ok := strings.Cut(first, " "); ok && verbs[verb] {
			method, path = verb, strings.TrimSpace(rest)
		}
	case (name == "Handle" || name == "Method" || name == "MethodFunc" || name == "Add" || name == "HandlerFunc" || name == "Handler") && len(call.Args) > 2 && verbs[strings.ToUpper(first)]:
		method = strings.ToUpper(first)
		if path, ok = s.pkg.Text(call.Args[1]); !ok {
			return false
		}
		handlers = call.Args[2:]
	default:
		return false
	}
	handlers = append(append([]ast.Expr{}, handlers...), w.handed[call]...)
	return w.add(Route{Method: method, Path: w.routerPrefix(selector.X, s) + path, Handlers: handlers}, call)
}

// hand tells the calls of a chain which handler stands at its end.
func (w *walker) hand(call *ast.CallExpr, handlers []ast.Expr) {
	w.handed[call] = handlers
	if selector, ok := call.Fun.(*ast.SelectorExpr); ok {
		if inner, ok := selector.X.(*ast.CallExpr); ok {
			w.hand(inner, handlers)
		}
	}
}

func (w *walker) add(route Route, call *ast.CallExpr) bool {
	path := strings.ReplaceAll(route.Path, "//", "/")
	if path == "" {
		path = "/"
	}
	// Patterns of net/http may begin with a host.
	if i := strings.IndexByte(path, '/'); i > 0 && !strings.ContainsAny(path[:i], " \t") {
		path = path[i:]
	}
	if !strings.HasPrefix(path, "/") {
		return false
	}
	at := w.fileSet.Position(call.Pos())
	route.Path, route.File, route.Line = path, at.Filename, at.Line
	same := registration{route.Method, path, call}
	if !w.seen[same] {
		w.seen[same] = true
		w.found = append(w.found, route)
	}
	return true
}

func isText(expr ast.Expr) bool {
	_, ok := expr.(*ast.BasicLit)
	return ok
}
