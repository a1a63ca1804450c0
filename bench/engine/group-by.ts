/** Groups in the order in which their names first come. (`Map.groupBy` needs a newer Node than ours.) */
export function groupBy<T, Name>(all: readonly T[], nameOf: (entry: T) => Name): Map<Name, T[]> {
  const groups = new Map<Name, T[]>()
  for (const entry of all) {
    const name = nameOf(entry)
    const group = groups.get(name)
    if (group) group.push(entry)
    else groups.set(name, [entry])
  }
  return groups
}
