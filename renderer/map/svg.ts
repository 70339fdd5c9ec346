const NAMESPACE = "http://www.w3.org/2000/svg";

/** An SVG element with attributes. */
export function svg<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Record<string, string | number>,
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

export function group(attributes: Record<string, string | number>, ...children: SVGElement[]): SVGGElement {
  const element = svg("g", attributes);
  element.append(...children);
  return element;
}

export function rect(x: number, y: number, width: number, height: number, className = "box"): SVGRectElement {
  return svg("rect", { class: className, x, y, width, height });
}

/** Words centred on `x`. */
export function text(words: string, x: number, y: number, className: string): SVGTextElement {
  const element = svg("text", { class: className, x, y, "text-anchor": "middle" });
  element.textContent = words;
  return element;
}
