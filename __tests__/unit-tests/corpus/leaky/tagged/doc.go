// Package tagged has tests behind a build tag.
package tagged
