/** Few numbers stand in many connections: what is made of each is kept, of so many at most. */
const MOST = 100;

export function keptByNumber<Made>(make: (number: number) => Made): (number: number) => Made {
  const made = new Map<number, Made>();
  return (number) => {
    const before = made.get(number);
    if (before !== undefined) return before;
    const one = make(number);
    if (made.size === MOST) made.clear();
    made.set(number, one);
    return one;
  };
}
