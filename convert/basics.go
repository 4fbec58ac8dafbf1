package convert

import "strings"

// basics reads the header of JSON Resume, YAMLResume and formats with the same names.
func (in *reader) basics(b object) {
	p := in.profile
	p.Name = firstOf(b.name("name", "fullName"), joinName(b.name("firstName", "firstname", "first_name", "givenName"), b.name("lastName", "lastname", "last_name", "familyName", "surname")))
	p.Title = b.name("label", "headline", "title", "jobTitle", "position", "tagline", "role")
	for _, text := range b.strings("email") {
		in.email(text)
	}
	for _, key := range []string{"emails", "mail"} {
		for _, text := range b.strings(key) {
			in.email(text)
		}
	}
	for _, key := range []string{"phone", "phones", "mobile", "telephone", "tel"} {
		for _, text := range b.strings(key) {
			in.phone(text)
		}
	}
	for _, key := range []string{"url", "website", "homepage", "site", "portfolio", "blog"} {
		if _, several := b.node.values[key].([]any); !several {
			in.website(b.address(key))
			continue
		}
		for _, address := range b.strings(key) {
			in.website(webAddress(address))
		}
	}
	p.Summary, p.Objective = b.paragraphs("summary", "about", "aboutMe", "about_me", "bio", "profile", "description", "introduction", "intro"), b.paragraphs("objective")
	if p.Objective == p.Summary {
		p.Summary = ""
	}
	p.Location = b.place("location", "address", "residence", "place")
	for _, key := range []string{"profiles", "links", "socials", "social", "socialLinks", "networks"} {
		in.accounts(b.objects(key))
	}
	for _, network := range []string{"github", "linkedin", "twitter", "gitlab", "stackoverflow", "medium", "mastodon", "xing"} {
		if text := b.address(network); text != "" {
			in.account(network, text)
		}
	}
	b.drop("a resume has no picture", "image", "picture", "photo", "avatar", "pictureUrl")
	b.drop("employers do not need it", "birthdate", "birth", "birthDate", "birthday", "dateOfBirth", "age", "gender", "nationality", "maritalStatus")
	b.skipLooks()
	in.otherAccounts(b)
	b.rest()
	in.attach("")
}

// otherAccounts reads every other key with a web address as an account.
func (in *reader) otherAccounts(b object) {
	for _, key := range b.node.keys {
		if text, ok := b.node.values[key].(string); ok && !b.read[key] && strings.Contains(text, "://") && isWeb(text) {
			b.read[key] = true
			in.link(key, text, "")
		}
	}
}

func (in *reader) account(network, text string) {
	if strings.Contains(text, "/") {
		in.link(network, text, "")
		return
	}
	in.link(network, "", text)
}

func joinName(parts ...string) string {
	return strings.Join(strings.Fields(strings.Join(parts, " ")), " ")
}

// paragraphs returns a text of several lines, with its lists as lines.
func (o object) paragraphs(keys ...string) string {
	var out []string
	for _, key := range keys {
		for _, text := range o.strings(key) {
			before, items := splitList(text)
			if before != "" {
				out = append(out, strings.ReplaceAll(before, "\n", "\n\n"))
			}
			out = append(out, items...)
		}
	}
	return strings.Join(out, "\n\n")
}

func (in *reader) accounts(list []object) {
	for _, o := range list {
		network := o.name("network", "name", "label", "platform", "site", "type", "title")
		user, address := o.name("username", "user", "handle"), o.address("url", "link", "href", "website")
		if o.flag("contact") {
			if strings.HasPrefix(address, "mailto:") || strings.HasPrefix(address, "tel:") {
				address = "" // follows from the label
			}
			in.contact(network, address)
		} else {
			in.link(network, address, user)
		}
		o.skipLooks()
		o.rest()
	}
}
