import { Link } from 'react-router';
import { useTexts } from '../../locales/use-texts.js';

export function Brand() {
  const texts = useTexts();
  return (
    <Link to="/" className="brand">
      <svg viewBox="0 0 32 32" width="30" height="30" aria-hidden="true">
        <path d="M16 9 9 22h14z" fill="none" stroke="currentColor" strokeWidth="2" />
        <circle cx="16" cy="9" r="4.5" fill="currentColor" />
        <circle cx="9" cy="22" r="4.5" fill="currentColor" />
        <circle cx="23" cy="22" r="4.5" fill="#e8b04b" />
      </svg>
      <span className="brand__name">{texts.product.name}</span>
      <span className="brand__subtitle">{texts.product.subtitle}</span>
    </Link>
  );
}
