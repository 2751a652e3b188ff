// The responses of the control API, and what the modules of the page pass to each other. For the type checker only: no page loads it.

export interface MessageSummary {
  sequence: number;
  message_id: string;
  received_at: string;
  account: string;
  status: string;
  status_detail: string | null;
  to: string;
  list_number: string;
  text: string;
  encoding: Encoding;
  segments: number;
  note_count: number;
  fault: string | null;
}

export type Encoding = 'gsm7' | 'ucs2';

export interface Forced { character: string; code_point: string; count: number }

export interface Link { url: string; short_url: string }

export interface Message extends MessageSummary {
  endpoint: 'send' | 'send-raw' | 'send/bulk';
  body: string;
  notes: string[];
  links: Link[];
  wrap_links: boolean | null;
  units: number;
  units_per_segment: number;
  forced_unicode: Forced[];
  contact_data: Record<string, unknown> | null;
  metadata: Record<string, unknown> | null;
  request: string;
  curl: string;
}

export interface MessagePage { messages: MessageSummary[]; has_more: boolean }

export interface StatusChange { sequence: number; message_id: string; to: string; status: string; status_detail: string | null }

export interface ApiRequest {
  sequence: number;
  received_at: string;
  method: string;
  path: string;
  user_agent: string | null;
  account: string | null;
  to: string | null;
  list_number: string | null;
  body: string | null;
  status: number | null;
  code: string | null;
  error: string | null;
  fault: string | null;
  is_refused: boolean;
}

export interface Reply {
  sequence: number;
  received_at: string;
  phone_number: string;
  list_number: string;
  text: string;
  opts_out: boolean;
  opts_in: boolean;
  webhook_id: number | null;
}

export interface Attempt { started_at: string; duration_ms: number; status: number | null; response: string | null; error: string | null }

export interface Webhook {
  id: number;
  event: string;
  message_id: string | null;
  phone_number: string;
  created_at: string;
  state: string;
  next_attempt_at: string | null;
  json: string | null;
  attempt_count: number;
  attempts: Attempt[];
}

export interface Last {
  kind: 'message' | 'reply' | 'refused';
  at: string;
  text: string;
  status?: string | number | null;
  segments?: number;
  fault?: string | null;
  code?: string | null;
  opts_out?: boolean;
}

export interface Conversation {
  phone_number: string;
  list_number: string | null;
  messages: number;
  lost: number;
  replies: number;
  refused: number;
  opted_out: boolean;
  last: Last;
}

export interface OptOut { at: string; by: 'api' | 'reply'; keyword: string | null }

export interface Contact {
  phone_number: string;
  list_number: string;
  active: boolean;
  opt_out: OptOut | null;
  signup_date: string | null;
  /** Each field as it is shown: its name, a colon and its value. */
  custom_fields: string[];
}

export interface Fault {
  id: number;
  kind: string;
  status?: number | null;
  error?: string | null;
  code?: string | null;
  retry_after_seconds?: number | null;
  delay_ms?: number | null;
  times?: number | null;
  remaining?: number | null;
  to?: string | null;
  is_conditional?: true;
}

export interface Account { name: string; api_key: string | null; is_suspended: boolean; lists: { number: string; status: string }[] }

export interface ServerState {
  api: string;
  accounts: Account[];
  max_messages: number;
  queued: number;
  kept: number;
  dropped: number;
  requests: number;
  refused: number;
}

export type View = 'conversations' | 'messages' | 'refused' | 'contacts';

/** What the page shows, as its address says. */
export interface Place { view: View; number: string; message: string; search: string }
