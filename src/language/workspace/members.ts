/** Puts a member into the set that stands at a key. */
export function addMember(sets: Map<string, Set<string>>, key: string, member: string): void {
  const members = sets.get(key);
  if (members === undefined) sets.set(key, new Set([member]));
  else members.add(member);
}

/** Takes a member out of the set at a key. No empty set stays: keys come and go with what is typed. */
export function deleteMember(sets: Map<string, Set<string>>, key: string, member: string): void {
  const members = sets.get(key);
  if (members?.delete(member) === true && members.size === 0) sets.delete(key);
}
