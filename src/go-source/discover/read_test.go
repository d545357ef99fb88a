package main

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// read writes each file into a folder of its own below the test's.
func read(t *testing.T, files map[string]string) Answer {
	t.Helper()
	root := t.TempDir()
	var dirs []string
	for name, text := range files {
		dir := filepath.Join(root, filepath.Dir(name))
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(root, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		dirs = append(dirs, dir)
	}
	return Read(dirs)
}

func paths(answer Answer) string {
	var lines []string
	for _, route := range answer.Routes {
		lines = append(lines, strings.TrimSpace(route.Method+" "+route.Path))
	}
	return strings.Join(lines, "\n")
}

func TestRoutes(t *testing.T) {
	for name, c := range map[string]struct{ source, want string }{
		"net/http": {`package main
import "net/http"
const prefix = "/api"
func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /items/{id}", nil)
	mux.Handle(prefix+"/users", nil)
	http.HandleFunc("example.com/hosted", nil)
	client.Get("/not-a-route")
}`, "GET /items/{id}\n/api/users\n/hosted"},
		"net/http below a prefix": {`package main
import "net/http"
func main() { http.Handle("/api/", http.StripPrefix("/api", routes())) }
func routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /x", x)
	return mux
}`, "GET /api/x"},
		"gin": {`package main
import "github.com/gin-gonic/gin"
func main() {
	r := gin.Default()
	v1 := r.Group("/v1")
	v1.GET("/users/:id", auth, show)
	users(v1.Group("/admin"))
	r.Handle("PUT", "/raw", raw)
	r.Any("/any", any)
}
func users(g *gin.RouterGroup) { g.POST("/users", create) }`, "GET /v1/users/:id\nPOST /v1/admin/users\nPUT /raw\n/any"},
		"chi": {`package main
import "github.com/go-chi/chi/v5"
type users struct{}
func main() {
	r := chi.NewRouter()
	r.Use(logger)
	r.Route("/api", func(r chi.Router) {
		r.With(paginate).Get("/list", list)
		r.Mount("/users", users{}.Routes())
	})
	r.MethodFunc("DELETE", "/x", x)
}
func (u users) Routes() chi.Router {
	r := chi.NewRouter()
	r.Get("/{id}", show)
	return r
}`, "GET /api/list\nGET /api/users/{id}\nDELETE /x"},
		"echo": {`package main
import ("net/http"; "github.com/labstack/echo/v4")
func main() {
	e := echo.New()
	g := e.Group("/g")
	g.GET("", root)
	g.Add(http.MethodPatch, "/p", p)
}`, "GET /g\nPATCH /g/p"},
		"gorilla": {`package main
import "github.com/gorilla/mux"
func main() {
	r := mux.NewRouter()
	api := r.PathPrefix("/api").Subrouter()
	api.HandleFunc("/a/{id:[0-9]+}", a).Methods("GET", "POST")
	r.Path("/b").Methods("GET").HandlerFunc(b)
}`, "GET /api/a/{id:[0-9]+}\nPOST /api/a/{id:[0-9]+}\nGET /b"},
		"fiber": {`package main
import "github.com/gofiber/fiber/v2"
func main() {
	app := fiber.New()
	app.Get("/f", f)
	api := app.Group("/api", mw)
	api.Post("/g", g)
}`, "GET /f\nPOST /api/g"},
		"a router that is a field": {`package main
import "github.com/go-chi/chi/v5"
func (s *server) routes() {
	s.router = chi.NewRouter()
	s.router.Get("/here", h)
}`, "GET /here"},
		"functions that hand routers to themselves end": {`package main
import "github.com/gin-gonic/gin"
func a(g *gin.RouterGroup) { g.GET("/x", x); a(g.Group("/deeper")) }
func main() { a(gin.New().Group("/r")) }`, "GET /r/x"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := paths(read(t, map[string]string{"main.go": c.source})); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestRoutesAcrossPackages(t *testing.T) {
	answer := read(t, map[string]string{
		"main.go": `package main
func main() { r := chi.NewRouter(); r.Mount("/api", api.Handler()) }`,
		"api/api.go": `package api
func Handler() http.Handler { r := chi.NewRouter(); r.Get("/x", x); return r }`,
	})
	if got := paths(answer); got != "GET /api/x" {
		t.Errorf("got %s", got)
	}
}

func TestSettingsAndCommands(t *testing.T) {
	answer := read(t, map[string]string{"main.go": `package main
import "net/http"
type config struct {
	Port int    ` + "`env:\"APP_PORT\" envDefault:\"8080\"`" + `
	Addr string ` + "`long:\"addr\" default:\":80\"`" + `
}
var serve = &cobra.Command{Use: "serve [flags]"}
func main() {
	flag.String("listen", ":9000", "where")
	fs.IntVar(&port, "port", 8080, "port")
	flags.StringVarP(&bind, "bind", "b", "0.0.0.0:1", "")
	kingpin.Flag("web.listen-address", "…").Default(":9100").String()
	_ = os.Getenv("LISTEN_ADDR")
	_ = &cli.StringFlag{Name: "host", Value: "localhost"}
	http.ListenAndServe("", nil)
}`})
	want := []Setting{
		{"variable", "APP_PORT", "8080"}, {"flag", "addr", ":80"}, {"flag", "listen", ":9000"}, {"flag", "port", "8080"},
		{"flag", "bind", "0.0.0.0:1"}, {"flag", "web.listen-address", ":9100"}, {"variable", "LISTEN_ADDR", ""}, {"flag", "host", "localhost"},
	}
	if !reflect.DeepEqual(answer.Settings, want) {
		t.Errorf("settings: %v", answer.Settings)
	}
	if !reflect.DeepEqual(answer.Commands, []string{"serve"}) {
		t.Errorf("commands: %v", answer.Commands)
	}
	if len(answer.Listens) != 1 {
		t.Errorf("listens: %v", answer.Listens)
	}
}

func TestFilesThatDoNotCount(t *testing.T) {
	answer := read(t, map[string]string{
		"a_test.go":    `package main; func x() { http.HandleFunc("/test", h) }`,
		"a_windows.go": `package main; func y() { http.HandleFunc("/windows", h) }`,
		"broken.go":    "package main\nfunc z() { http.HandleFunc(\"/first\", h)\n ]]] }",
	})
	if got := paths(answer); got != "/first" && got != "" {
		t.Errorf("got %s", got)
	}
	for _, framework := range Read([]string{"/no/such/folder"}).Frameworks {
		t.Error(framework)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(`package p; func f(r chi.Router) { r.Route("/a", func(r chi.Router) { r.Get("/b", h) }) }`)
	f.Add(`package p; func f() { r.Methods(); r.Path().Methods("GET"); x.Handle(); _ = y[0]() }`)
	f.Add("package p; type t struct { a int `long:\"` }")
	f.Fuzz(func(t *testing.T, source string) {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "a.go"), []byte(source), 0o644); err != nil {
			t.Fatal(err)
		}
		Read([]string{dir})
	})
}
