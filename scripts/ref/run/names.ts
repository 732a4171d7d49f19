/** For functions that go by their index, since a build left their names out. */
export const howToName = 'Functions without a name get theirs by `asc --debug`, or by cargo with `strip = false`.';
