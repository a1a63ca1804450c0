/** Groups in the order in which their names first come. (`Map.groupBy` needs a newer Node than ours.) */
export function groupBy<T>(all: readonly T[], nameOf: (entry: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const entry of all) {
    const name = nameOf(entry)
    const group = groups.get(name)
    if (group) group.push(entry)
    else groups.set(name, [entry])
  }
  return groups
}
