-- Views are of the lists of clients and contacts too. Those lists have no board.

alter table saved_view drop constraint saved_view_is_of_a_list;
alter table saved_view add constraint saved_view_is_of_a_list check (resource in ('opportunities', 'clients', 'contacts'));
alter table saved_view add constraint saved_view_on_a_board_is_of_opportunities check (shape = 'list' or resource = 'opportunities');
