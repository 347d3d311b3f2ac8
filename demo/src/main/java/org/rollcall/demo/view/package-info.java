/** What happens on central's board, shown in the terminal as it comes. */
package org.rollcall.demo.view;
