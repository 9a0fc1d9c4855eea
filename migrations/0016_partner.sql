-- Who supplies or supports a sale, and who competes for it.

create table opportunity_partner (
  workspace_id uuid not null,
  opportunity_id uuid not null,
  id uuid not null,
  supplier_id uuid,
  client_id uuid,
  role text,
  note text,
  position integer not null,
  constraint opportunity_partner_is_known_by_its_id primary key (workspace_id, id),
  constraint opportunity_partner_of_an_opportunity foreign key (workspace_id, opportunity_id) references opportunity (workspace_id, id),
  constraint opportunity_partner_is_a_supplier foreign key (workspace_id, supplier_id) references supplier (workspace_id, id),
  constraint opportunity_partner_is_a_client foreign key (workspace_id, client_id) references client (workspace_id, id),
  constraint opportunity_partner_is_one_or_the_other check (num_nonnulls(supplier_id, client_id) = 1)
);
call protect_table('opportunity_partner', 'sees_opportunity(workspace_id, opportunity_id)');
create index opportunity_partner_of_opportunity on opportunity_partner (workspace_id, opportunity_id, position);
create index opportunity_partner_by_supplier on opportunity_partner (workspace_id, supplier_id);
create index opportunity_partner_by_client on opportunity_partner (workspace_id, client_id);

create table opportunity_competitor (
  workspace_id uuid not null,
  opportunity_id uuid not null,
  competitor_id uuid not null,
  price_minor bigint,
  strengths text,
  weaknesses text,
  position integer not null,
  constraint opportunity_competitor_is_one_link primary key (workspace_id, opportunity_id, competitor_id),
  constraint opportunity_competitor_of_an_opportunity foreign key (workspace_id, opportunity_id) references opportunity (workspace_id, id),
  constraint opportunity_competitor_is_a_competitor foreign key (workspace_id, competitor_id) references competitor (workspace_id, id)
);
call protect_table('opportunity_competitor', 'sees_opportunity(workspace_id, opportunity_id)');
create index opportunity_competitor_by_competitor on opportunity_competitor (workspace_id, competitor_id);
