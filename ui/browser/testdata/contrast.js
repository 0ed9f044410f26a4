// Words stand out against what lies behind them (WCAG AA), in the colours of the moment.
(() => {
  const complaints = [];
  const pixel = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const known = new Map();
  const rgba = (colour) => {
    if (!known.has(colour)) {
      pixel.clearRect(0, 0, 1, 1);
      pixel.fillStyle = colour;
      pixel.fillRect(0, 0, 1, 1);
      known.set(colour, [...pixel.getImageData(0, 0, 1, 1).data]);
    }
    return known.get(colour);
  };
  const over = (top, below) => [0, 1, 2].map((i) => (top[i] * top[3] + below[i] * (255 - top[3])) / 255).concat(255);
  const grounds = new Map();
  const behind = (e) => {
    if (!e) return rgba("Canvas");
    if (!grounds.has(e)) {
      const layer = rgba(getComputedStyle(e).backgroundColor);
      grounds.set(e, layer[3] === 255 ? layer : over(layer, behind(e.parentElement)));
    }
    return grounds.get(e);
  };
  const light = (c) => c.slice(0, 3).map((v) => ((v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const judged = new Set();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text; (text = walk.nextNode()); ) {
    const e = text.parentElement;
    if (!text.data.trim() || judged.has(e) || e.closest("svg, .visually-hidden") || !e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) continue;
    judged.add(e);
    const style = getComputedStyle(e);
    const ground = behind(e);
    const [a, b] = [light(over(rgba(style.color), ground)), light(ground)].sort((x, y) => y - x);
    const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && Number(style.fontWeight) >= 700);
    if ((a + 0.05) / (b + 0.05) < (large ? 3 : 4.5) - 0.05) complaints.push(`words of contrast ${((a + 0.05) / (b + 0.05)).toFixed(1)} (${style.color} on ${ground.slice(0, 3)}): <${e.localName} class="${e.className}"> ${text.data.trim().slice(0, 40)}`);
  }
  return [...new Set(complaints)].slice(0, 12);
})()
