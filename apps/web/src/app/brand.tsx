import './brand.css';

/** The mark is the rate glyph: bar and target tick. */
export function Brand() {
  return (
    <>
      <svg width="26" height="16" viewBox="0 0 26 16" aria-hidden="true">
        <path d="M0 5h26v6H0z" fill="#d9d3c5" />
        <path d="M0 5h15v6H0z" fill="#1e4976" />
        <path d="M18 0h3v16h-3z" fill="#1b2026" />
      </svg>
      Thông Vốn
    </>
  );
}
