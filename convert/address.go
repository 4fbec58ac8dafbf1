package convert

import (
	"net/mail"
	"net/url"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/internal/safe"
	"github.com/ghresume/ghresume/resume"
)

// address returns a web address: a text, or an object {href} or {url}.
func (o object) address(keys ...string) string {
	for _, key := range keys {
		if n, ok := o.node.values[key].(*node); ok {
			o.read[key] = true
			inner := o.in.object(o.at(key), n)
			inner.ignore("label", "inlineLink", "target", "id", "icon", "options", "showLinkInTitle")
			if text := inner.raw("href", "url", "link"); text != "" {
				inner.rest()
				return webAddress(text)
			}
		}
	}
	return webAddress(o.raw(keys...))
}

var markdownLink = lazy.New(`^\[[^\[\]]*\]\(([^()\s]+)\)$`)

// webAddress returns the bare address, also from a Markdown or HTML link.
func webAddress(text string) string {
	text = strings.TrimSpace(text)
	if strings.HasPrefix(text, "<") {
		text = line(text)
	}
	if m := markdownLink.FindStringSubmatch(text); m != nil {
		return m[1]
	}
	if bare := strings.Trim(text, "<>"); !strings.ContainsAny(bare, " \n") {
		return bare
	}
	return text
}

// place returns city, region and country. A street is private and is left out.
func (o object) place(keys ...string) string {
	for _, key := range keys {
		if n, ok := o.node.values[key].(*node); ok {
			o.read[key] = true
			return o.in.object(o.at(key), n).wholePlace()
		}
	}
	return o.name(keys...)
}

func (o object) wholePlace() string {
	o.drop("a resume needs no street address", "address", "postalCode", "street", "zip", "zipCode", "code", "AddressLine", "AddressLine2", "PostalCode", "addressLine", "addressline", "postalcode")
	var parts []string
	country := false
	for _, key := range []string{"city", "municipality", "Municipality", "CityName", "region", "state", "country", "countryCode", "Country", "name", "label"} {
		part := o.name(key)
		if n := o.child(key); !n.isEmpty() {
			part = n.name("label", "Label", "name")
			n.ignore("code", "Code")
			n.rest()
		}
		if key == "countryCode" && country {
			continue // a two-letter form of the same
		}
		country = country || strings.EqualFold(key, "country") && part != ""
		if part != "" && !containsFold(parts, part) {
			parts = append(parts, part)
		}
	}
	o.ignore("latitude", "longitude", "lat", "lng", "postalCode", "id")
	o.rest()
	return strings.Join(parts, ", ")
}

func containsFold(list []string, text string) bool {
	return slices.ContainsFunc(list, func(s string) bool { return strings.EqualFold(s, text) })
}

// email, phone and website fill the header's field if it is empty; further ones become
// contacts.
func (in *reader) email(text string) {
	text = strings.TrimSpace(strings.TrimPrefix(text, "mailto:"))
	a, err := mail.ParseAddress(text)
	switch {
	case text == "" || in.knows(text):
	case in.profile.Email == "" && err == nil && a.Address == text:
		in.profile.Email = text
	default:
		in.contact(text, "")
	}
}

func (in *reader) phone(text string) {
	text = strings.TrimSpace(strings.TrimPrefix(text, "tel:"))
	switch {
	case text == "" || in.knows(text):
	case in.profile.Phone == "":
		in.profile.Phone = text
	default:
		in.contact(text, "")
	}
}

func (in *reader) website(text string) {
	text = strings.TrimSpace(text)
	switch {
	case text == "" || in.knows(text):
	case in.profile.Website == "" && isWeb(text):
		in.profile.Website = text
	case isWeb(text):
		in.contact(bareAddress(text), text)
	default:
		in.contact(text, "")
	}
}

func (in *reader) contact(label, address string) {
	c := resume.Contact{Label: safe.Line(label), URL: address}
	if c.Label+c.URL != "" && in.isNew("contact", strings.ToLower(c.Label), c.URL) {
		in.profile.Contacts = append(in.profile.Contacts, c)
	}
}

// knows reports whether the header already has an address or a number.
func (in *reader) knows(text string) bool {
	p := in.profile
	for _, known := range []string{p.Email, p.Phone, p.Website} {
		if strings.EqualFold(bareAddress(known), bareAddress(text)) {
			return true
		}
	}
	return in.seen["contact\x00"+strings.ToLower(safe.Line(text))+"\x00"]
}

func bareAddress(text string) string {
	text = strings.TrimPrefix(strings.TrimPrefix(text, "https://"), "http://")
	return strings.TrimSuffix(strings.TrimPrefix(text, "www."), "/")
}

// isWeb reports whether a profile accepts a text as a web address.
func isWeb(text string) bool {
	if !strings.Contains(text, "://") {
		text = "https://" + text
	}
	u, err := url.Parse(text)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && strings.Contains(u.Hostname(), ".")
}

// link adds an account. A second one on a network, and anything that is not an account,
// becomes a contact.
func (in *reader) link(network, address, user string) {
	network, address, user = strings.TrimSpace(network), strings.TrimSpace(address), strings.TrimSpace(user)
	if isRootOf(address) && user != "" {
		address = "" // "https://twitter.com" says less than the user name
	}
	if network == "" {
		network = networkOf(address)
	}
	key := resume.NewLink(network, "x").Network
	value := linkValue(key, address, user)
	if user != "" && address != "" && !strings.Contains(strings.ToLower(address), strings.ToLower(strings.TrimPrefix(user, "@"))) {
		in.doubt("%s: %s is called %q there", network, address, user)
	}
	switch _, taken := in.profile.Links[key]; {
	case value == "": // a name without an address: a form left empty
	case key == "" || strings.HasPrefix(address, "mailto:") || strings.HasPrefix(address, "tel:"):
		in.contact(firstOf(user, bareAddress(strings.TrimPrefix(strings.TrimPrefix(address, "mailto:"), "tel:"))), "")
	case taken:
		in.secondLink(key, value, user)
	default:
		in.profile.Links[key] = value
	}
}

func (in *reader) secondLink(key, value, user string) {
	link := resume.NewLink(key, value)
	if strings.EqualFold(link.URL, resume.NewLink(key, in.profile.Links[key]).URL) && link.URL != "" {
		return
	}
	if link.URL == "" {
		in.contact(labeled(link.Label, firstOf(user, value)), "")
		return
	}
	in.contact(link.Text, link.URL)
}

func firstOf(texts ...string) string {
	for _, text := range texts {
		if text != "" {
			return text
		}
	}
	return ""
}

// isRootOf reports whether an address is that of a whole site.
func isRootOf(address string) bool {
	u, err := url.Parse(address)
	return err == nil && u.Host != "" && strings.Trim(u.Path, "/") == "" && u.RawQuery == ""
}

// networkOf returns the network of an address: github for https://github.com/ada.
func networkOf(address string) string {
	host, _, _ := strings.Cut(bareAddress(address), "/")
	if strings.Contains(address, ":") && !strings.Contains(address, "://") {
		return ""
	}
	name := strings.TrimSuffix(strings.TrimSuffix(host, ".com"), ".org")
	if resume.NewLink(name, "x").URL != "" {
		return name
	}
	return host
}

// linkValue returns the user name if the address follows from it, else the address.
func linkValue(key, address, user string) string {
	if address == "" {
		if user == "" || resume.NewLink(key, user).URL == "" {
			return user
		}
		address = resume.NewLink(key, user).URL
	}
	return resume.LinkValue(key, address)
}
