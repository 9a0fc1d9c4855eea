-- What concerns one person: in the bell, by mail, or both. And every mail that went, waits, or would have gone.

create table notification (
  workspace_id uuid not null references workspace,
  id uuid not null,
  recipient_id uuid not null,
  kind text not null,
  -- Who did it; nobody for what a clock or a job says.
  actor_id uuid,
  change_id uuid,
  -- What it is about. Rights are asked again when it is read; of many records at once none is named.
  record_type text,
  record_id uuid,
  record_name text not null default '',
  count integer not null default 1,
  at timestamptz not null,
  in_app boolean not null,
  by_mail boolean not null,
  read_at timestamptz,
  -- Its mail was put into the outbox, or was no longer to be sent: that is done once.
  mailed_at timestamptz,
  constraint notification_is_known_by_its_id primary key (workspace_id, id),
  constraint notification_is_of_a_kind check (kind in ('mention', 'reply', 'assigned', 'reminder', 'given', 'taken', 'won', 'finished')),
  constraint notification_goes_somewhere check (in_app or by_mail),
  constraint notification_is_for_a_user foreign key (workspace_id, recipient_id) references app_user (workspace_id, id)
);
call protect_table('notification');
create index notification_of_recipient on notification (workspace_id, recipient_id, at, id);
create index notification_unread on notification (workspace_id, recipient_id, at, id) where read_at is null and in_app;
create index notification_of_change on notification (workspace_id, change_id);
create index notification_about on notification (workspace_id, recipient_id, record_id);

-- Kept only where somebody chose otherwise than the default.
create table notification_preference (
  workspace_id uuid not null,
  user_id uuid not null,
  kind text not null,
  in_app boolean not null,
  by_mail boolean not null,
  constraint notification_preference_is_one_per_kind primary key (workspace_id, user_id, kind),
  constraint notification_preference_of_a_user foreign key (workspace_id, user_id) references app_user (workspace_id, id)
);
call protect_table('notification_preference');

-- The outbox. A link that lets in (invitation, new password) is never written here.
create table mail (
  workspace_id uuid not null references workspace,
  id uuid not null,
  kind text not null,
  user_id uuid,
  notification_id uuid,
  address text not null,
  subject text not null,
  body text not null,
  is_secret boolean not null default false,
  state text not null,
  tries integer not null default 0,
  next_try_at timestamptz,
  error text,
  created_at timestamptz not null,
  sent_at timestamptz,
  constraint mail_is_known_by_its_id primary key (workspace_id, id),
  constraint mail_of_a_notification_is_one unique (workspace_id, notification_id),
  constraint mail_has_a_state check (state in ('held', 'queued', 'sending', 'sent', 'failed', 'unsure')),
  constraint mail_to_a_user foreign key (workspace_id, user_id) references app_user (workspace_id, id)
);
call protect_table('mail');
create index mail_by_time on mail (workspace_id, created_at, id);
create index mail_by_state on mail (workspace_id, state, created_at, id);
create index mail_to_user on mail (workspace_id, user_id);

-- The history of what one did oneself. Nothing asked for changes by time alone.
create index change_by_actor on change (workspace_id, actor_id, at, id);
drop index change_by_time;
